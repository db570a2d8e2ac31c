// How fast it plays: steps up and down, remembered; 2 is the fastest that counts.

import { recall, remember } from "./remembered.js";

const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const NAME = "elearn.speed";

/** The next rate up (1) or down (−1), or the same at either end. */
export function beside(rate, way) {
  const place = RATES.indexOf(rate);
  return RATES[place + way] ?? rate;
}

export class Speed {
  constructor(player) {
    this.video = player.video;
    this.button = player.page.querySelector('[data-do="rate"]');
    this.inputs = [...player.page.querySelectorAll("[name=speed]")];
    for (const input of this.inputs) input.addEventListener("change", () => this.use(Number(input.value)));
    this.button.addEventListener("click", () => this.use(this.rate === 2 ? RATES[0] : beside(this.rate, 1)));
    const before = Number(recall(NAME, "1"));
    this.#set(RATES.includes(before) ? before : 1);
  }

  get rate() { return this.video.defaultPlaybackRate; }

  use(rate) {
    remember(NAME, String(rate));
    this.#set(rate);
  }

  step(way) { this.use(beside(this.rate, way)); }

  /** Another way of watching begins at the default rate, so that is set too. */
  #set(rate) {
    this.video.defaultPlaybackRate = rate;
    this.video.playbackRate = rate;
    const told = String(rate).replace(".", ",");
    this.button.textContent = `${told}×`;
    this.button.setAttribute("aria-label", this.button.dataset.label.replace("%", told));
    for (const input of this.inputs) input.checked = Number(input.value) === rate;
  }
}
