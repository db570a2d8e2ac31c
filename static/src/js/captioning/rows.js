// The cues of the page in order: which one is meant, what is done with it, and what was before.

import { flawOf } from "./flaws.js";
import { Row } from "./row.js";

const NEW = 3000; // Milliseconds of a new cue.
const SHORTEST = 300;
const MOST_STEPS = 100;

export class Rows {
  constructor(list, template, { length, words, changed, told }) {
    Object.assign(this, { list, template, length, words, changed, told });
    this.steps = [];
    list.addEventListener("focusin", ({ target }) => { this.current = target.closest("li")?.row ?? this.current; this.mark(); });
  }

  get rows() { return [...this.list.children].map((element) => element.row); }

  get cues() { return this.rows.map((row) => row.cue); }

  place(row = this.current) { return this.rows.indexOf(row); }

  fill(cues) {
    this.list.replaceChildren(...cues.map((cue) => this.#made(cue).element));
    this.current = this.rows[0];
    this.look();
  }

  #made(cue) { return new Row(this.template, cue, { changed: () => { this.look(); this.changed(); } }); }

  /** Number all rows and say what is wrong with each. Returns how many are wrong. */
  look() {
    const counts = { count: 0, grave: 0, advice: 0 };
    let before = null;
    for (const row of this.rows) {
      const cue = row.cue;
      const flaw = flawOf(cue, before, this.length);
      counts.count += 1;
      if (flaw) counts[flaw.grave ? "grave" : "advice"] += 1;
      row.flaw = flaw;
      row.numbered(counts.count);
      row.show(flaw, this.words);
      before = cue;
    }
    this.mark();
    return (this.counts = counts);
  }

  mark() {
    for (const { element } of this.rows) element.ariaCurrent = element.row === this.current ? "true" : null;
  }

  /** Go to a row, its words or its flaw. */
  focus(row, field = "text") {
    if (!row) return;
    this.current = row;
    row[field].focus();
    row.element.scrollIntoView({ block: "nearest" });
    this.mark();
  }

  /** What is spoken now is meant, unless she writes in another. */
  follow(time) {
    if (this.list.contains(document.activeElement)) return;
    const now = this.rows.findLast((row) => row.cue.start !== null && row.cue.start <= time);
    if (!now || now === this.current) return;
    this.current = now;
    this.mark();
    now.element.scrollIntoView({ block: "nearest" });
  }

  #remember() {
    this.steps.push({ cues: this.cues, place: this.place() });
    this.steps.splice(0, this.steps.length - MOST_STEPS);
  }

  #done(words, row, facts = {}) {
    this.look();
    this.changed();
    const number = this.place(row) + 1;
    this.told(this.words[words].replace("{n}", facts.number ?? number).replace("{t}", facts.time ?? ""));
  }

  undo() {
    const step = this.steps.pop();
    if (!step) return;
    this.fill(step.cues);
    this.#done("undone", this.rows[0]);
    this.focus(this.rows[step.place] ?? this.rows[0]);
  }

  /** Begin or end the meant cue at a moment; a neighbour that would be covered gives way. */
  set(edge, time, shown) {
    const row = this.current;
    if (!row) return;
    this.#remember();
    const neighbour = this.rows[this.place() + (edge === "start" ? -1 : 1)];
    const other = neighbour?.cue;
    row.times = { [edge]: time };
    if (edge === "start" && other && other.start < time && other.end > time) neighbour.times = { end: time };
    if (edge === "end" && other && other.start < time && other.end > time) neighbour.times = { start: time };
    this.#done(edge === "start" ? "started" : "ended", row, { time: shown });
  }

  add(time) {
    this.#remember();
    const place = this.rows.findLastIndex((row) => row.cue.start !== null && row.cue.start <= time);
    const next = this.rows[place + 1];
    const end = Math.min(time + NEW, next?.cue.start ?? Infinity, this.length || Infinity);
    const row = this.#made({ start: time, end: Math.max(end, time + SHORTEST), text: "" });
    const before = this.rows[place];
    if (before?.cue.end > time && before.cue.start < time) before.times = { end: time };
    this.list.insertBefore(row.element, next?.element ?? null);
    this.#done("added", row);
    this.focus(row);
  }

  /** Cut the meant cue where the cursor stands, or in its middle; its time by its letters. */
  split() {
    const row = this.current;
    const { start, end, text, original } = row?.cue ?? {};
    if (start == null || end == null || end - start < 2 * SHORTEST) return;
    this.#remember();
    const at = document.activeElement === row.text ? row.text.selectionStart : Math.round(text.length / 2);
    const share = text.length ? Math.min(0.9, Math.max(0.1, at / text.length)) : 0.5;
    const middle = Math.round(start + (end - start) * share);
    const second = this.#made({ start: middle, end, text: text.slice(at).trim(), original });
    row.times = { end: middle };
    row.text.value = text.slice(0, at).trim();
    row.element.after(second.element);
    this.#done("split", row);
    this.focus(second);
    second.text.setSelectionRange(0, 0);
  }

  join() {
    const row = this.current;
    const next = this.rows[this.place() + 1];
    if (!row || !next) return;
    this.#remember();
    row.times = { end: next.cue.end ?? row.cue.end };
    row.text.value = [row.cue.text.trim(), next.cue.text.trim()].filter(Boolean).join(" ");
    next.element.remove();
    this.#done("joined", row);
    this.focus(row);
  }

  remove() {
    const row = this.current;
    if (!row) return;
    this.#remember();
    const [number, rows] = [this.place() + 1, this.rows];
    const near = rows[number] ?? rows[number - 2];
    row.element.remove();
    this.current = near;
    this.#done("removed", row, { number });
    this.focus(near);
  }

  step(by) { this.focus(this.rows[this.place() + by]); }

  /** Go to the next row that is wrong, then to one that might be better, and round again. */
  nextFlaw() {
    const rows = this.rows;
    const here = this.place();
    const order = [...rows.slice(here + 1), ...rows.slice(0, here + 1)];
    const found = order.find((row) => row.flaw?.grave) ?? order.find((row) => row.flaw);
    if (!found) this.told(this.words.flawless);
    else this.focus(found, found.flaw.field);
  }
}
