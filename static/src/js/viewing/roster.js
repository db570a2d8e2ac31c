// The list to tick: one touch and she has come, one more and she has gone. Names are found as typed.

import { hour } from "../site/hours.js";
import { finds } from "./folding.js";
import { UNDO } from "./presence.js";

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

export class Roster {
  constructor(panel, leading) {
    const { presence } = leading;
    Object.assign(this, { panel, leading, presence, words: panel.dataset });
    this.rows = [...panel.querySelectorAll("[data-person-row]")].map((row) => (
      { row, box: row.querySelector("input"), when: row.querySelector("[data-when]"), name: row.dataset.name }));
    this.touched = panel.querySelector("[data-touched]");
    this.undo = panel.querySelector('[data-do="undo"]');
    this.find = panel.querySelector("[data-find]");
    this.only = panel.querySelector("[data-only]");
    this.#listen();
    this.#draw();
  }

  #listen() {
    for (const { box, name } of this.rows) box.addEventListener("change", () => this.#touch(box.value, name));
    this.undo.addEventListener("click", () => this.#takeBack());
    this.find.addEventListener("input", () => this.#filter());
    this.only.addEventListener("change", () => this.#filter());
    this.panel.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    this.presence.addEventListener("change", () => this.#draw());
    this.leading.addEventListener("change", () => this.#draw());
  }

  #touch(person, name) {
    const isDone = this.presence.turn(person);
    if (!isDone) {
      this.#draw();
      return this.#say(filled(this.words.full, { most: this.presence.most }));
    }
    const { since, left } = this.presence.of(person);
    const [words, at] = left ? [this.words.left, left] : [this.words.came, since];
    return this.#say(filled(words, { name, time: hour(at) }), { mayUndo: true });
  }

  #say(words, { mayUndo = false } = {}) {
    clearTimeout(this.timer);
    this.touched.textContent = words;
    this.undo.hidden = !mayUndo;
    if (mayUndo) this.timer = setTimeout(() => this.#tooLate(), UNDO);
  }

  #tooLate() {
    if (document.activeElement === this.undo) this.find.focus();
    this.undo.hidden = true;
  }

  #takeBack() {
    const person = this.presence.last?.person;
    this.leading.undo();
    this.#say(this.words.undone);
    this.rows.find(({ box }) => Number(box.value) === person)?.box.focus();
  }

  #filter() {
    const typed = this.find.value;
    for (const { row, box, name } of this.rows) {
      row.hidden = !finds(typed, name) || (this.only.checked && !this.presence.isHere(box.value));
    }
    this.panel.querySelector("[data-none]").hidden = this.rows.some(({ row }) => !row.hidden);
  }

  #draw() {
    if (this.leading.isEnded) this.undo.hidden = true;
    for (const one of this.rows) this.#drawRow(one);
    this.panel.querySelector("[data-before-first]").hidden = Object.keys(this.presence.people).length > 0;
    for (const part of this.panel.ownerDocument.querySelectorAll("[data-here]")) {
      const count = String(this.presence.here.length);
      if (part.textContent !== count) part.textContent = count;
    }
  }

  #drawRow({ row, box, when }) {
    const { since, left } = this.presence.of(box.value);
    const isHere = this.presence.isHere(box.value);
    const words = isHere ? this.words.since : this.words.until;
    box.checked = isHere;
    box.disabled = this.leading.isEnded;
    row.classList.toggle("is-here", isHere);
    const text = since ? filled(words, { time: hour(isHere ? since : left) }) : "";
    if (when.textContent !== text) when.textContent = text;
  }
}
