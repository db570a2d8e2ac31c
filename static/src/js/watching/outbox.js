// What was watched and is not yet acknowledged. It lies in this browser's storage, by person,
// so that a closed tab, a dead battery or a lost line loses nothing.

import { Seconds } from "./seconds.js";

const BATCH = 20;
const PATIENCE = 20000; // Milliseconds; a line that says nothing for so long is tried anew.

export class Outbox {
  constructor({ person, url, csrf }) {
    this.key = `elearn.outbox.${person}`;
    this.url = url;
    this.csrf = csrf;
    this.sending = false;
  }

  entries() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }

  #keep(entries) {
    try {
      localStorage.setItem(this.key, JSON.stringify(entries));
    } catch { /* A full or forbidden storage: this visit still reports while the page lives. */ }
    this.memory = entries;
  }

  #all() {
    return { ...this.memory, ...this.entries() };
  }

  add({ session, form, length, position }, ranges) {
    const entries = this.#all();
    const name = `${session} ${form}`;
    const seconds = new Seconds(length, entries[name]?.ranges);
    seconds.add(ranges);
    entries[name] = { session, form, length, position: Math.floor(position), ranges: seconds.ranges() };
    this.#keep(entries);
  }

  close(session) {
    const entries = this.#all();
    for (const entry of Object.values(entries)) if (entry.session === session) entry.closing = true;
    this.#keep(entries);
  }

  unsent(session) {
    return Object.values(this.#all()).filter((entry) => entry.session === session);
  }

  get isEmpty() { return Object.keys(this.#all()).length === 0; }

  /** Send what waits. Returns the server's receipts, or null if it could not be reached. */
  async send({ leaving = false } = {}) {
    const entries = Object.entries(this.#all()).slice(0, BATCH);
    if (this.sending || entries.length === 0) return [];
    this.sending = true;
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), PATIENCE);
    try {
      const answer = await fetch(this.url, {
        method: "POST",
        keepalive: leaving,
        signal: waiting.signal,
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": this.csrf },
        body: JSON.stringify({ reports: entries.map(([, entry]) => entry) }),
      });
      if (!answer.ok) return Object.assign([], { status: answer.status });
      const { receipts } = await answer.json();
      entries.forEach(([name, sent], place) => this.#settle(name, sent, receipts[place]));
      return receipts;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
      this.sending = false;
    }
  }

  /** Strike out what was acknowledged; what was refused for its haste is sent again later. */
  #settle(name, sent, receipt) {
    const entries = this.#all();
    const entry = entries[name];
    if (!entry) return; // Another tab had it acknowledged meanwhile.
    const rest = new Seconds(sent.length, entry.ranges);
    rest.remove(sent.ranges);
    if (!receipt.unknown) rest.add(receipt.refused);
    if (rest.size) entries[name] = { ...entry, ranges: rest.ranges() };
    else delete entries[name];
    this.memory = {};
    this.#keep(entries);
  }
}
