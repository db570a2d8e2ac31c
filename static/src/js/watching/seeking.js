// The seek bar: pressed, drawn along, or moved by keys; while it is drawn along nothing jumps yet.

import { clock } from "./receipt.js";

const STEP = 5;
const STRIDE = 60;

export class Seeking {
  constructor(player) {
    const bar = player.page.querySelector("[data-seek]");
    Object.assign(this, { player, bar, drawn: null });
    bar.addEventListener("pointerdown", (event) => this.#take(event));
    bar.addEventListener("pointermove", (event) => this.#draw(event));
    bar.addEventListener("pointerup", (event) => this.#leave(event));
    bar.addEventListener("pointercancel", () => { this.drawn = null; });
    bar.addEventListener("keydown", (event) => this.#key(event));
    for (const name of ["seeking", "ended"]) player.video.addEventListener(name, () => this.#tell());
    player.on("change", () => this.#tell());
    this.#tell();
  }

  #second({ clientX }) {
    const { left, width } = this.bar.getBoundingClientRect();
    return Math.max(0, Math.min((clientX - left) / width, 1)) * this.player.length;
  }

  #take(event) {
    if (event.button > 0) return;
    this.bar.setPointerCapture(event.pointerId);
    this.player.tell("look", this.drawn = this.#second(event));
  }

  #draw(event) {
    if (this.drawn !== null) this.drawn = this.#second(event);
    this.player.tell("look", this.#second(event));
  }

  #leave(event) {
    if (this.drawn === null) return;
    this.drawn = null;
    this.player.seek(this.#second(event));
    if (event.pointerType !== "mouse") this.player.tell("look", null);
  }


  #key(event) {
    const target = targetOf(event.key, this.player);
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.player.seek(target);
    this.player.tell("glance", target);
  }

  #tell() {
    const { position, length } = this.player;
    this.bar.setAttribute("aria-valuenow", Math.floor(position));
    this.bar.setAttribute("aria-valuetext", `${clock(position)} / ${clock(length)}`);
  }
}

/** The second a key of the bar leads to; none if it is no key of the bar. */
function targetOf(key, { position, length }) {
  const steps = {
    ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -STRIDE, PageUp: STRIDE,
  };
  if (key in steps) return Math.max(0, Math.min(position + steps[key], length));
  return { Home: 0, End: length }[key];
}
