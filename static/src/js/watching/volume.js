// How loud: a mute button and a slider where the browser lets a page decide (iPhones do not).

import { recall, remember } from "./remembered.js";

const NAME = "elearn.volume";
const STEP = 0.1;

export class Volume {
  constructor(player) {
    this.video = player.video;
    this.button = player.page.querySelector('[data-do="mute"]');
    this.slider = player.page.querySelector("[data-volume]");
    this.button.addEventListener("click", () => this.toggle());
    this.slider.addEventListener("input", () => this.use(Number(this.slider.value) / 100));
    this.video.addEventListener("volumechange", () => this.#show());
    this.video.volume = 0.5;
    this.slider.closest("label").hidden = this.video.volume !== 0.5; // There only the phone's keys decide.
    const before = Number(recall(NAME, "1"));
    this.video.volume = before > 0 && before <= 1 ? before : 1;
    this.#show();
  }

  toggle() { this.video.muted = !this.video.muted; }

  step(way) { this.use(this.video.volume + way * STEP); }

  use(volume) {
    this.video.volume = Math.max(0, Math.min(volume, 1));
    this.video.muted = this.video.volume === 0;
    if (this.video.volume > 0) remember(NAME, this.video.volume.toFixed(2));
  }

  #show() {
    const { muted, volume } = this.video;
    this.button.dataset.state = muted ? "silent" : "heard";
    this.button.setAttribute("aria-pressed", String(muted));
    this.slider.value = String(muted ? 0 : Math.round(volume * 100));
    this.slider.setAttribute("aria-valuetext", `${this.slider.value}%`);
  }
}
