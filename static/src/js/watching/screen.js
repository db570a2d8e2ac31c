// Full screen, and the small window of its own (picture-in-picture); hidden where there is none.

const QUIET = 3000; // Milliseconds without a move, after which the controls leave the full screen.

export class Screen {
  constructor(player) {
    const { page, video, facts } = player;
    Object.assign(this, { video, box: page.querySelector(".player") });
    this.full = page.querySelector('[data-do="full"]');
    this.small = page.querySelector('[data-do="small"]');
    this.full.hidden = !document.fullscreenEnabled && !video.webkitEnterFullscreen;
    this.full.addEventListener("click", () => this.toggle());
    this.small.hidden = !document.pictureInPictureEnabled || facts.within === "app";
    this.small.addEventListener("click", () => this.#window());
    // A small window shows the film; slides and sound have none.
    player.on("form", (form) => this.#form(form));
    this.small.disabled = player.weight.form !== "video";
    document.addEventListener("fullscreenchange", () => this.#told());
    for (const name of ["pointermove", "pointerdown", "keydown", "focusin"]) {
      this.box.addEventListener(name, () => this.#wake());
    }
    for (const name of ["play", "pause"]) video.addEventListener(name, () => this.#wake());
  }

  toggle() {
    if (document.fullscreenElement) return document.exitFullscreen();
    if (this.box.requestFullscreen) return this.box.requestFullscreen().catch(() => {});
    return this.video.webkitEnterFullscreen?.();
  }

  #form(form) {
    this.small.disabled = form !== "video";
    if (this.small.disabled && document.pictureInPictureElement) document.exitPictureInPicture();
  }

  async #window() {
    if (document.pictureInPictureElement) return document.exitPictureInPicture();
    return this.video.requestPictureInPicture().catch(() => {}); // Nothing loaded yet: nothing to show.
  }

  #told() {
    const isFull = document.fullscreenElement === this.box;
    this.full.setAttribute("aria-label", this.full.dataset[isFull ? "leave" : "enter"]);
    this.#wake();
  }

  #wake() {
    clearTimeout(this.timer);
    delete this.box.dataset.quiet;
    if (document.fullscreenElement !== this.box || this.video.paused) return;
    this.timer = setTimeout(() => { this.box.dataset.quiet = ""; }, QUIET);
  }
}
