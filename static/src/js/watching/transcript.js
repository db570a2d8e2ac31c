// What is being said, marked in the transcript, and the part of the film among the chapters; a list
// follows unless the reader scrolls away.

const PATIENCE = 8000; // Milliseconds after a scroll of hers before the list follows again.

export class Transcript {
  constructor({ video }) {
    for (const root of document.querySelectorAll("[data-cues]")) new List(root, video);
  }
}

class List {
  constructor(root, video) {
    this.root = root;
    this.cues = [...root.querySelectorAll("[data-from]")];
    this.scrolledAt = -Infinity;
    for (const name of ["wheel", "touchmove", "keydown"]) {
      root.addEventListener(name, () => { this.scrolledAt = performance.now(); }, { passive: true });
    }
    video.addEventListener("timeupdate", () => this.#mark(video.currentTime));
  }

  #mark(time) {
    const now = this.cues.findLast((cue) => Number(cue.dataset.from) <= time + 0.05);
    if (now === this.now) return;
    this.now?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "true");
    this.now = now;
    if (now && performance.now() - this.scrolledAt > PATIENCE) {
      this.root.scrollTop = now.offsetTop - this.root.clientHeight / 3;
    }
  }
}
