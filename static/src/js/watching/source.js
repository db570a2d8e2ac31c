// How the picture comes to the screen: hls.js where it runs, the browser's own HLS otherwise.

/** Attach a playlist to a video element, to begin at a second; returns what lets go of it. */
export async function attach(video, { url, from }, onFatal) {
  const { default: Hls } = await import("hls.js/light");
  if (!Hls.isSupported()) return attachNative(video, { url, from }, onFatal);
  const hls = new Hls({ maxBufferLength: 30, maxMaxBufferLength: 60, startPosition: from || -1 });
  hls.on(Hls.Events.ERROR, (_event, data) => {
    if (!data.fatal) return;
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
    else onFatal(() => hls.startLoad());
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return () => hls.destroy();
}

function attachNative(video, { url, from }, onFatal) {
  const failed = () => onFatal(() => video.load());
  video.addEventListener("error", failed);
  video.addEventListener("loadedmetadata", () => { video.currentTime = from; }, { once: true });
  video.src = url;
  return () => {
    video.removeEventListener("error", failed);
    video.removeAttribute("src");
  };
}
