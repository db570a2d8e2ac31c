// How one copy stands, as the page says it: of the sentences and buttons that lie in the page those
// are shown that hold. `data-when` names states, `data-problem` problems ("": none, "*": any),
// `data-known` a figure without which it says nothing.

import { hour } from "../site/hours.js";
import { percent, size as sized } from "../uploading/figures.js";

const TELLING = 1000; // Milliseconds between two figures; they are not read aloud, the bar is.

/** 22/12/2026. */
export function dayOf(milliseconds) {
  const day = new Date(milliseconds);
  return [day.getDate(), day.getMonth() + 1, day.getFullYear()].map((part) => String(part).padStart(2, "0")).join("/");
}

const FIGURES = {
  done: ({ done }) => sized(done),
  size: ({ size }) => sized(size),
  rest: ({ done, size }) => sized(size - done),
  weight: ({ weight_title: title }) => title,
  expires: ({ expires }) => dayOf(expires),
  chosen: ({ chosen }) => sized(chosen),
  room: ({ room }) => sized(room),
  lacks: ({ lacks }) => sized(lacks),
  tried: ({ tried }) => hour(tried),
  words: ({ words }) => words,
  place: ({ place }) => String(place ?? ""),
  count: ({ count }) => String(count ?? ""),
};

function holds({ dataset: { when, problem } }, state, now) {
  if (when && !when.split(" ").includes(state)) return false;
  return problem === "*" || problem === undefined || problem.split(" ").includes(now);
}

export class View {
  /** `sign`: another place of the page that says it in short. */
  constructor(root, sign = null) {
    Object.assign(this, { root, sign, facts: { done: 0 }, toldAt: 0 });
    this.bar = root.querySelector(".bar");
  }

  get state() { return this.facts.state; }

  /** Show a state with what is known; told again it only moves its figures, and while it fetches not each time. */
  show(facts) {
    const before = `${this.facts.state} ${this.facts.problem}`;
    Object.assign(this.facts, facts);
    const { state, problem = "", done } = this.facts;
    this.had ??= done;
    // What comes meanwhile may yet find no room: only what is here once it stands was not in vain.
    if (state !== "fetching" && done > this.had) this.facts.tried = undefined;
    const isNew = before !== `${state} ${problem}`;
    if (isNew) this.#pick(state, problem);
    this.#draw();
    if (isNew || state !== "fetching" || Date.now() - this.toldAt > TELLING) this.#tell();
  }

  /** It is tried again by a press: a phone that is still full shall say so, and when that was. */
  again() {
    this.had = undefined; // As told next: of a module it is that of the lectures still wanted.
    this.facts.tried = this.facts.problem === "room" ? Date.now() : undefined;
  }

  /** Say figures that changed by what she did. */
  figure(facts) {
    Object.assign(this.facts, facts);
    this.#tell();
  }

  #pick(state, problem) {
    const had = this.root.contains(document.activeElement) || (this.wasHere && document.activeElement === document.body);
    for (const place of [this.root, this.sign]) {
      for (const part of place?.querySelectorAll("[data-when]") ?? []) part.hidden = !holds(part, state, problem);
    }
    const isAway = had && document.activeElement?.hidden !== false;
    const act = this.root.querySelector("[data-act]:not([hidden])");
    if (isAway || (had && document.activeElement === document.body)) act?.focus({ preventScroll: true });
    this.wasHere = had && !act; // Nothing can be pressed now: the keyboard comes back to what comes next.
  }

  #draw() {
    if (!this.bar) return;
    const done = percent(this.facts.done, this.facts.size);
    this.bar.setAttribute("aria-valuenow", done);
    this.bar.firstElementChild.setAttribute("width", `${done}%`);
  }

  #tell() {
    this.toldAt = Date.now();
    for (const part of this.root.querySelectorAll("[data-say]")) {
      const text = FIGURES[part.dataset.say](this.facts) ?? "";
      if (part.textContent !== text) part.textContent = text;
    }
    for (const part of this.root.querySelectorAll("[data-known]")) part.hidden = !this.facts[part.dataset.known];
  }
}
