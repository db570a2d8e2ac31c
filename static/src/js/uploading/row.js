// A file of the list: what is said of it, and what may be done with it.

import { Pace, percent, size, written } from "./figures.js";

const TELLING = 5000; // Milliseconds between two figures that are read aloud.
const BUTTONS = {
  waiting: ["remove"],
  sending: ["pause", "remove"],
  cut: ["pause", "remove"],
  paused: ["go", "remove"],
  missing: ["again", "remove"],
  "signed-out": ["go"],
  failed: ["remove"],
  refused: ["remove"],
  stuck: ["retry", "remove"],
  whole: [],
  taken: ["film"],
};

export class Row {
  constructor(template, sentences, facts) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.sentences = sentences;
    this.facts = facts;
    this.sent = facts.received ?? 0;
    this.cuts = 0;
    this.pace = new Pace();
    this.part("name").textContent = facts.name;
    this.part("size").textContent = size(facts.length);
    this.title = this.part("title");
    const id = `title-${Math.random().toString(36).slice(2)}`;
    this.title.id = id;
    this.part("titled").querySelector("label").htmlFor = id;
    this.part("titled").hidden = Boolean(facts.medium);
    this.title.value = facts.title;
    for (const button of this.element.querySelectorAll("[data-act]")) {
      (button.control ?? button).setAttribute("aria-label", `${button.textContent.trim()}: ${facts.name}`);
    }
  }

  part(name) { return this.element.querySelector(`[data-part="${name}"]`); }

  /** Say how the file stands; the same state told again only moves its figures. */
  show(state, facts = {}) {
    const isNew = state !== this.state;
    if (state === "sending" && this.state === "cut") this.cuts += 1;
    if (isNew && state !== "sending") this.pace.forget();
    this.state = state;
    this.sent = facts.sent ?? this.sent;
    if (state === "sending") this.pace.note(this.sent);
    this.#draw();
    if (isNew || Date.now() - (this.toldAt ?? 0) > TELLING) this.#tell(facts);
    if (isNew) this.#offer(facts);
  }

  #draw() {
    const done = percent(this.sent, this.facts.length);
    const bar = this.part("bar");
    bar.setAttribute("aria-valuenow", done);
    bar.firstElementChild.setAttribute("width", `${done}%`);
    bar.toggleAttribute("hidden", ["taken", "refused"].includes(this.state));
  }

  #tell(facts) {
    this.toldAt = Date.now();
    const told = { ...this.facts, ...facts, size: size(this.facts.length), sent: size(this.sent) };
    told.percent = percent(this.sent, this.facts.length);
    told.left = this.state === "sending" ? this.#left() : "";
    const sentence = this.state === "missing" && !this.sent ? "unsent" : this.state;
    this.part("state").textContent = written(this.sentences[sentence], told);
    this.part("cuts").textContent = this.cuts ? written(this.sentences.cuts, { count: this.cuts }) : "";
    this.part("problem").hidden = !facts.reason;
    this.part("reason").textContent = facts.reason ?? "";
  }

  #left() {
    const minutes = this.pace.minutesLeft(this.facts.length - this.sent);
    if (minutes === null) return "";
    if (minutes < 1) return this.sentences.soon;
    const hours = Math.floor(minutes / 60);
    return written(hours ? this.sentences.hours : this.sentences.minutes, { hours, minutes: minutes % 60 });
  }

  #offer(facts) {
    for (const button of this.element.querySelectorAll("[data-act]")) {
      button.hidden = !BUTTONS[this.state].includes(button.dataset.act);
    }
    if (facts.film) this.element.querySelector('[data-act="film"]').href = facts.film;
    this.element.dataset.state = this.state;
  }
}
