// Keeps beside the player, and without it, what was really played, when, and where it had to wait.
(() => {
  const kept = { pressed: 0, began: 0, stalls: 0, played: [], furthest: 0 };
  window.witness = kept;
  kept.beginning = new Promise((done) => { kept.begin = done; });
  const join = (video) => {
    for (let n = 0; n < video.played.length; n += 1) {
      const [start, end] = [video.played.start(n), video.played.end(n)];
      const same = kept.played.find((range) => Math.abs(range[0] - start) < 0.001 || (start <= range[1] && end >= range[0]));
      if (same) same.splice(0, 2, Math.min(same[0], start), Math.max(same[1], end));
      else kept.played.push([start, end]);
    }
  };
  const ahead = (video) => {
    for (let n = 0; n < video.buffered.length; n += 1) {
      const [start, end] = [video.buffered.start(n), video.buffered.end(n)];
      if (start <= video.currentTime + 0.5 && end > video.currentTime) {
        kept.furthest = Math.max(kept.furthest, end - video.currentTime);
      }
    }
  };
  addEventListener("click", (event) => {
    if (event.target.closest('[data-do="play"]')) kept.pressed ||= performance.now();
  }, true);
  addEventListener("waiting", () => { if (kept.began) kept.stalls += 1; }, true);
  addEventListener("timeupdate", ({ target }) => {
    if (target.currentTime > (kept.from ??= target.currentTime) && !kept.began) {
      kept.began = performance.now();
      kept.begin(true);
    }
    join(target);
    ahead(target);
  }, true);
})();
