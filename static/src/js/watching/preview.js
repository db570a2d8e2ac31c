// A glimpse of the film above the bar: fetched when it is first looked for, never while saving data.

import { clock } from "./receipt.js";

const BRIEF = 2500; // Milliseconds a glimpse stays that a key called up; the pointer keeps its own.

const PLACE = /^(.+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

function seconds(time) {
  return time.trim().split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The pictures of a storyboard: from when up to when, and where in which sheet. */
export function pictures(text, base) {
  const found = [];
  for (const block of text.split(/\r?\n\r?\n/)) {
    const [times, place] = block.trim().split(/\r?\n/).slice(-2);
    const [start, end] = (times ?? "").split("-->");
    const [, address, ...box] = PLACE.exec(place ?? "") ?? [];
    if (!end || !address) continue;
    const [x, y, width, height] = box.map(Number);
    found.push({ start: seconds(start), end: seconds(end), url: new URL(address, base).href, x, y, width, height });
  }
  return found;
}

export class Preview {
  constructor(player) {
    const { page } = player;
    const bar = page.querySelector("[data-seek]");
    Object.assign(this, { player, bar, box: page.querySelector("[data-glimpse]") });
    this.picture = this.box.querySelector("[data-picture]");
    this.time = this.box.querySelector("[data-when]");
    player.on("look", (second) => (second === null ? this.#hide() : this.#show(second)));
    player.on("glance", (second) => this.#glance(second));
    for (const name of ["pointerleave", "blur"]) bar.addEventListener(name, () => this.#hide());
    bar.addEventListener("focus", () => { if (bar.matches(":focus-visible")) this.#glance(player.position); });
  }

  #hide() { this.box.hidden = true; }

  #glance(second) {
    this.#show(second);
    this.timer = setTimeout(() => this.#hide(), BRIEF);
  }

  #show(second) {
    clearTimeout(this.timer);
    this.box.hidden = false;
    this.time.textContent = clock(second);
    this.#draw(second);
    this.#put(second);
    this.#fetch()?.then(() => { if (!this.box.hidden) { this.#draw(second); this.#put(second); } });
  }

  #fetch() {
    const { storyboard, saving } = this.player.facts;
    if (!storyboard || saving === "on" || this.list) return undefined;
    this.list = [];
    return fetch(storyboard)
      .then(async (answer) => { if (answer.ok) this.list = pictures(await answer.text(), answer.url); })
      .catch(() => { this.list = null; });
  }

  #draw(second) {
    const now = this.list?.findLast(({ start }) => start <= second);
    this.picture.hidden = !now;
    if (!now) return;
    const { style } = this.picture;
    [style.inlineSize, style.blockSize] = [`${now.width}px`, `${now.height}px`];
    style.backgroundImage = `url("${now.url}")`;
    style.backgroundPosition = `-${now.x}px -${now.y}px`;
  }

  /** Above the second it shows, but within the player. */
  #put(second) {
    const { left, width } = this.bar.getBoundingClientRect();
    const frame = this.box.parentElement.getBoundingClientRect();
    const half = this.box.offsetWidth / 2;
    const at = left - frame.left + (second / this.player.length) * width;
    this.box.style.insetInlineStart = `${Math.max(half, Math.min(at, frame.width - half))}px`;
  }
}
