// One cue on the page: two moments, its words, and what is wrong with it.

import { read, written } from "./times.js";

const STEP = 100; // Milliseconds that an arrow key adds.

export class Row {
  constructor(template, cue, { changed }) {
    this.element = template.content.firstElementChild.cloneNode(true);
    const part = (name) => this.element.querySelector(`[data-${name}]`);
    for (const name of ["number", "start", "end", "hear", "original", "text", "wrong"]) this[name] = part(name);
    this.labels = [this.start, this.end, this.hear, this.text].map((one) => [one, one.ariaLabel]);
    [this.start.value, this.end.value] = cue.typed ?? [written(cue.start), written(cue.end)];
    this.text.value = cue.text;
    if (cue.original) this.#tell(cue.original);
    for (const field of [this.start, this.end]) {
      field.addEventListener("keydown", (event) => this.#nudge(event, changed));
      field.addEventListener("change", () => this.#settle(field));
    }
    this.element.addEventListener("input", changed);
    this.element.row = this;
  }

  get cue() {
    const typed = [this.start.value, this.end.value]; // What cannot be read is not lost either.
    const [start, end] = typed.map(read);
    return { start, end, typed, text: this.text.value, original: this.original.textContent };
  }

  set times({ start, end }) {
    if (start !== undefined) this.start.value = written(start);
    if (end !== undefined) this.end.value = written(end);
  }

  numbered(number) {
    this.number.textContent = number;
    for (const [element, label] of this.labels) element.ariaLabel = label.replace("{n}", number);
  }

  #tell(original) {
    this.original.textContent = original;
    this.original.hidden = false;
  }

  /** Write a moment as all moments are written, once it can be read. */
  #settle(field) {
    const moment = read(field.value);
    if (moment !== null) field.value = written(moment);
  }

  #nudge(event, changed) {
    const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    const moment = read(event.target.value);
    if (!step || moment === null || event.altKey) return;
    event.preventDefault();
    event.target.value = written(Math.max(0, moment + step));
    changed();
  }

  show(flaw, words) {
    this.wrong.hidden = !flaw;
    this.wrong.classList.toggle("advice", Boolean(flaw && !flaw.grave));
    this.wrong.querySelector("use").setAttribute("href", flaw?.grave ? "#i-bad" : "#i-warn");
    this.wrong.querySelector("span").textContent = flaw ? words[flaw.name] : "";
    for (const name of ["start", "end", "text"]) this[name].ariaInvalid = flaw?.grave && flaw.field === name ? "true" : null;
  }
}
