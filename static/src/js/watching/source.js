// How the picture comes to the screen: hls.js where it runs, the browser's own HLS otherwise.

/** Attach a playlist to a video element; returns a function that lets go of it. */
export async function attach(video, url, onFatal) {
  const { default: Hls } = await import("hls.js/light");
  if (!Hls.isSupported()) return attachNative(video, url, onFatal);
  const hls = new Hls({ maxBufferLength: 30, maxMaxBufferLength: 60, startPosition: video.currentTime || -1 });
  hls.on(Hls.Events.ERROR, (_event, data) => {
    if (!data.fatal) return;
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
    else onFatal(() => hls.startLoad());
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return () => hls.destroy();
}

function attachNative(video, url, onFatal) {
  const failed = () => onFatal(() => video.load());
  video.addEventListener("error", failed);
  video.src = url;
  return () => {
    video.removeEventListener("error", failed);
    video.removeAttribute("src");
  };
}
