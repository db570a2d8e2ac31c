// Play, back, the time and the failure note; without script the browser's own controls stay.

import { clock } from "./receipt.js";

const BACK = 10;

export class Controls {
  constructor(player) {
    const { page, video } = player;
    Object.assign(this, { player, page, video });
    this.button = page.querySelector('[data-do="play"]');
    this.time = page.querySelector("[data-time]");
    this.problem = page.querySelector('[data-part="problem"]');
    this.#takeOver();
    this.#listen();
    this.#show();
  }

  #takeOver() {
    this.video.controls = false;
    this.video.querySelectorAll("source").forEach((source) => source.remove());
    this.page.querySelectorAll("[data-controls]").forEach((part) => { part.hidden = false; });
  }

  #listen() {
    const { page, player, video } = this;
    this.button.addEventListener("click", () => this.toggle());
    video.addEventListener("click", () => this.toggle());
    page.querySelector('[data-do="back"]').addEventListener("click", () => this.step(-BACK));
    document.addEventListener("click", (event) => this.#follow(event));
    for (const input of document.querySelectorAll("[name=weight]")) {
      input.addEventListener("change", () => player.choose());
    }
    for (const name of ["play", "pause", "playing", "ended", "waiting"]) {
      video.addEventListener(name, () => this.#show());
    }
    player.on("busy", () => { this.problem.hidden = true; });
    for (const name of ["idle", "change"]) player.on(name, () => this.#show());
    player.on("failed", (again) => this.#failed(again));
  }

  toggle() {
    if (!this.video.paused) return this.player.pause();
    this.problem.hidden = true;
    return this.player.play();
  }

  step(seconds) { return this.player.seek(this.player.position + seconds); }

  /** A link that names a second plays from there: transcript, chapters, slides, gaps. */
  #follow(event) {
    const link = event.target.closest("[data-from]");
    if (!link) return;
    event.preventDefault();
    this.player.seek(Number(link.dataset.from));
  }

  #show() {
    const { paused } = this.video;
    this.button.dataset.state = paused ? "paused" : "playing";
    this.button.setAttribute("aria-label", this.button.dataset[paused ? "play" : "pause"]);
    this.time.textContent = `${clock(this.player.position)} / ${clock(this.player.length)}`;
  }

  /** Say that the picture stopped coming, and let the person try again from the same second. */
  #failed(again) {
    this.problem.hidden = false;
    this.video.pause();
    this.page.querySelector('[data-do="again"]').onclick = () => {
      this.problem.hidden = true;
      again();
      this.video.play();
    };
  }
}
