// Measures in the browser how long a film plays, and how far its beeps are from its flashes.
async ([address, hasBeeps]) => {
  const RATE = 48000;
  const video = document.createElement("video");
  Object.assign(video, { preload: "auto", width: 160, height: 90, src: address });
  document.body.append(video);
  const happens = (what) => new Promise((done, fail) => {
    const lost = () => fail(new Error(video.error?.message ?? what));
    if (video.error) lost();
    video.addEventListener(what, done, { once: true });
    video.addEventListener("error", lost, { once: true });
  });
  await happens("loadedmetadata");
  const told = { duration: video.duration, width: video.videoWidth, off: [] };
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 4;
  const drawn = canvas.getContext("2d", { willReadFrequently: true });

  const isWhite = async (at) => {
    video.currentTime = at;
    await happens("seeked");
    await new Promise(requestAnimationFrame);
    drawn.drawImage(video, 0, 0, 4, 4);
    return drawn.getImageData(1, 1, 1, 1).data[0] > 110;
  };
  const flash = async (around) => {
    let [dark, white] = [around - 0.45, around + 0.11];
    if (await isWhite(dark) || !(await isWhite(white))) return null;
    while (white - dark > 0.004) {
      const middle = (dark + white) / 2;
      if (await isWhite(middle)) white = middle; else dark = middle;
    }
    return white;
  };
  const listen = async () => {
    const bytes = await (await fetch(address)).arrayBuffer();
    return (await new OfflineAudioContext(1, RATE, RATE).decodeAudioData(bytes)).getChannelData(0);
  };
  if (hasBeeps) {
    const samples = await listen();
    const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    for (const around of hasBeeps) {
      const from = Math.max(0, Math.round((around - 0.6) * RATE));
      const heard = samples.subarray(from, Math.round((around + 0.6) * RATE))
        .findIndex((one) => Math.abs(one) > loudest / 4);
      const seen = await flash(around);
      const found = heard >= 0 && seen !== null;
      told.off.push(found ? Math.round(((from + heard) / RATE - seen) * 1000) : null);
    }
  }
  if (video.videoWidth || !hasBeeps) {
    video.currentTime = Math.max(0, video.duration - 0.3);
    await happens("seeked");
    video.muted = true;
    await Promise.all([happens("ended"), video.play()]);
    told.ended = video.currentTime;
  }
  video.remove();
  return told;
}
