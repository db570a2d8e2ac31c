// The files of the page: sent one after the other, each found again after a closed tab.

import { begin } from "./beginning.js";
import { fingerprint } from "./fingerprint.js";
import { Row } from "./row.js";
import { Sending } from "./sending.js";

const LOOK = 3000; // Milliseconds between two looks at what the server is testing.
const HELD = { receiving: "missing" }; // Whoever opens the page has no file in hand yet.

export class Queue {
  constructor(place, { list, template, sentences, csrf, titles }) {
    Object.assign(this, { place, list, template, sentences, csrf, titles });
    this.endpoint = place.dataset.endpoint;
    this.medium = place.dataset.medium ?? "";
    this.rows = [];
  }

  /** Show what the server knows of; rows that are there already learn what became of them. */
  look() {
    const looking = this.#look();
    this.looked ??= looking;
    return looking;
  }

  async #look() {
    const answer = await fetch(this.endpoint, { headers: { Accept: "application/json" } }).catch(() => null);
    const told = answer?.ok ? (await answer.json()).uploads : [];
    await this.beginning; // What is begun meanwhile may be told of before its row has its address.
    for (const facts of told.reverse()) this.#learn(facts);
    if (this.rows.some((row) => row.state === "whole")) setTimeout(() => this.look(), LOOK);
    return Boolean(answer?.ok);
  }

  #learn(facts) {
    if (this.medium && String(facts.medium) !== this.medium) return;
    const known = this.rows.find((row) => row.address === facts.address);
    const row = known ?? this.#added(facts);
    row.address = facts.address;
    if (!known) row.title.value = this.titles.unsent(facts.address) ?? facts.title;
    if (known && facts.state === "receiving") return;
    row.show(HELD[facts.state] ?? facts.state, { sent: facts.received, reason: facts.reason, film: facts.film });
    this.titles.send(facts.address);
  }

  #added(facts) {
    const row = new Row(this.template, this.sentences, facts);
    row.title.addEventListener("input", () => this.titles.typed(row.address, row.title.value));
    row.title.addEventListener("change", () => this.titles.send(row.address));
    row.element.addEventListener("click", ({ target }) => this.#press(row, target.closest("[data-act]")?.dataset.act));
    row.part("file").addEventListener("change", ({ target }) => this.add(target.files));
    this.rows.unshift(row);
    this.list.prepend(row.element);
    this.list.closest("section").hidden = false;
    return row;
  }

  /** Take files that were chosen or dropped: those that were on their way go on. */
  async add(files) {
    const chosen = [...files].reverse(); // What was dropped is gone after a while.
    await this.looked?.catch(() => {}); // Before that, what was on its way would be begun anew.
    for (const file of chosen) {
      const print = await fingerprint(file);
      const known = this.rows.find((row) => row.facts.fingerprint === print && row.state !== "taken" && row.state !== "refused");
      const row = known ?? this.#added({ name: file.name, length: file.size, fingerprint: print, title: named(file.name), medium: this.medium });
      if (known && !["missing", "failed"].includes(row.state)) continue;
      row.file = file;
      row.sending = null;
      row.show("waiting");
      if (!row.address) await this.#awaited(this.#begin(row));
    }
    this.#next();
  }

  #awaited(begun) {
    this.beginning = Promise.allSettled([this.beginning, begun]);
    return begun;
  }

  async #begin(row) {
    row.named = row.title.value;
    const { address, reason } = await begin(this.endpoint, this.csrf, row.facts.length, this.#told(row));
    row.address = address;
    if (reason !== undefined) row.show("failed", { reason });
    if (address && row.title.value !== row.named) this.titles.typed(address, row.title.value);
  }

  #told(row) {
    return { filename: row.facts.name, title: row.named, fingerprint: row.facts.fingerprint, medium: this.medium };
  }

  #next() {
    if (this.rows.some((row) => ["sending", "cut"].includes(row.state))) return;
    const row = this.rows.find((one) => one.state === "waiting");
    if (row) this.#send(row);
  }

  #send(row) {
    row.named = row.title.value;
    row.sending ??= new Sending(row.file, {
      endpoint: this.endpoint,
      address: row.address,
      csrf: this.csrf,
      metadata: this.#told(row),
      tell: (state, facts) => this.#hear(row, state, facts),
    });
    row.show("sending");
    row.sending.start();
  }

  #hear(row, state, facts) {
    if (state === "begun") {
      row.address = facts.address;
      if (row.title.value !== row.named) this.titles.typed(row.address, row.title.value);
    } else if (row.state !== "paused") {
      row.show(state === "sent" ? "whole" : state, state === "sent" ? { sent: row.facts.length } : facts);
    }
    if (state === "sent") this.look();
    if (["sent", "failed"].includes(state)) this.#next();
  }

  async #press(row, act) {
    if (act === "pause") {
      row.show("paused");
      await row.sending.pause();
    }
    if (act === "go") row.show("waiting");
    if (act === "retry") await this.#retry(row);
    if (act === "remove") await this.#remove(row);
    if (act) this.#next();
  }

  async #retry(row) {
    const headers = { "X-CSRFToken": this.csrf, Accept: "application/json" };
    const answer = await fetch(`${row.address}/retry`, { method: "POST", headers }).catch(() => null);
    if (answer?.ok) row.show("whole");
    await this.look();
  }

  async #remove(row) {
    await row.sending?.pause();
    if (row.address) {
      const headers = { "Tus-Resumable": "1.0.0", "X-CSRFToken": this.csrf, Accept: "application/json" };
      const answer = await fetch(row.address, { method: "DELETE", headers }).catch(() => null);
      const isGone = answer && [204, 404, 410].includes(answer.status);
      if (!isGone) return row.show("paused", { reason: this.sentences.kept });
    }
    const next = row.element.nextElementSibling ?? row.element.previousElementSibling;
    row.element.remove();
    this.rows = this.rows.filter((one) => one !== row);
    this.list.closest("section").hidden = this.rows.length === 0;
    (next?.querySelector("[data-act]:not([hidden])") ?? this.place.querySelector("[data-choose]")).focus();
  }
}

/** A first name for the film: what the file is called, without its ending and underlines. */
function named(name) {
  return name.replace(/\.[a-z0-9]{1,5}$/i, "").replaceAll("_", " ").trim();
}
