// What was watched and is not yet acknowledged. It lies in this browser's storage, by person,
// so that a closed tab, a dead battery or a lost line loses nothing.

import { Seconds } from "./seconds.js";

const BATCH = 20;
const NO_SESSION = ""; // Played before the server had opened a session.
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

  add({ session, film, form, length, position }, ranges) {
    const entries = this.#all();
    const name = `${session || film} ${form}`;
    const seconds = new Seconds(length, entries[name]?.ranges);
    seconds.add(ranges);
    entries[name] = { session, film, form, length, position: Math.floor(position), ranges: seconds.ranges() };
    this.#keep(entries);
  }

  /** Keep what was played of a film before there is a session to report it in. */
  addEarly(film, { form, length, position }, ranges) {
    this.add({ session: NO_SESSION, film, form, length, position }, ranges);
  }

  /** Give what was played too early of a film to the session that is open now. */
  adopt(film, session) {
    const entries = this.#all();
    for (const [name, entry] of Object.entries(entries)) {
      if (entry.session !== NO_SESSION || entry.film !== film) continue;
      delete entries[name];
      this.#keep(entries);
      this.add({ ...entry, session }, entry.ranges);
    }
  }

  early(film) {
    return Object.values(this.#all()).filter((one) => one.session === NO_SESSION && one.film === film);
  }

  /** Have the session closed by its last report, an empty one if everything is acknowledged. */
  close(visit) {
    const { session } = visit;
    if (this.unsent(session).length === 0) this.add(visit, []);
    const entries = this.#all();
    for (const entry of Object.values(entries)) if (entry.session === session) entry.closing = true;
    this.#keep(entries);
  }

  unsent(session) {
    return Object.values(this.#all()).filter((entry) => entry.session === session);
  }

  #ready() {
    return Object.entries(this.#all()).filter(([, entry]) => entry.session !== NO_SESSION);
  }

  get isEmpty() { return this.#ready().length === 0; }

  /** Send what waits. Returns the server's receipts, or null if it could not be reached. */
  async send({ leaving = false } = {}) {
    const entries = this.#ready().slice(0, BATCH);
    // Whoever leaves does not wait for an answer: the same seconds twice cost nothing.
    if ((this.sending && !leaving) || entries.length === 0) return [];
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
