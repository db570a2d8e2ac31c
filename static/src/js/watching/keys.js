// The keyboard, wherever the page has it but in a field. Keys of one letter can be switched off.

import { beside } from "./speed.js";
import { recall, remember } from "./remembered.js";

const NAME = "elearn.keys";
const STEP = 5;
const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const PRESSED = "button, a, summary, input, [role=slider]"; // These have a use of their own for the space bar.

/** What a key does, or undefined: {name, by} in words the keyboard's list uses. */
export function meaning(key) {
  if (/^[0-9]$/.test(key)) return { name: "tenth", by: Number(key) };
  return {
    " ": { name: "play" }, ArrowLeft: { name: "step", by: -STEP }, ArrowRight: { name: "step", by: STEP },
    "<": { name: "speed", by: -1 }, ">": { name: "speed", by: 1 },
    f: { name: "full" }, c: { name: "captions" }, m: { name: "mute" }, "?": { name: "list" },
  }[key.length === 1 ? key.toLowerCase() : key];
}

export class Keys {
  constructor(player, { controls, speed, said, screen, volume }) {
    const { page } = player;
    this.list = page.querySelector("[data-keys]");
    this.tick = page.querySelector("[name=keys]");
    this.acts = {
      play: () => controls.toggle(),
      step: (by) => controls.step(by),
      tenth: (by) => player.seek((player.length * by) / 10),
      speed: (by) => speed.use(beside(speed.rate, by)),
      full: () => screen.toggle(),
      captions: () => said.toggle(),
      mute: () => volume.toggle(),
      list: () => this.#open(),
    };
    this.tick.checked = recall(NAME, "on") === "on";
    this.tick.addEventListener("change", () => remember(NAME, this.tick.checked ? "on" : "off"));
    page.querySelector('[data-do="keys"]').addEventListener("click", () => this.#open());
    this.list.querySelector('[data-do="close"]').addEventListener("click", () => this.list.close());
    document.addEventListener("keydown", (event) => this.#press(event));
  }

  #open() { if (!this.list.open) this.list.showModal(); }

  #press(event) {
    const found = meaning(event.key);
    if (!found || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (this.list.open || event.target.closest(FIELDS)) return;
    if (!this.#isOurs(event.key, event.target)) return;
    event.preventDefault();
    this.acts[found.name](found.by);
  }

  /** A letter only if she lets us have it; space and arrows not from what has its own use for them. */
  #isOurs(key, target) {
    if (key === " ") return !target.closest(PRESSED);
    if (key.startsWith("Arrow")) return !target.closest("input, [role=slider], [role=group][tabindex]");
    return this.tick.checked;
  }
}
