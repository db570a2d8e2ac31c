// Every change goes at once into this browser's store and, after a pause, to the server; it leaves
// the store when the server has acknowledged it. What the server has newer is never undone unasked.

import { entriesOf } from "./form.js";

const PAUSE = 1500; // Milliseconds without a key before words are sent.
const AGAIN = 15000; // Milliseconds until a line that failed is tried anew.
const PATIENCE = 20000; // Milliseconds until a silent line counts as cut, and more for long words:
const SLOWEST = 4; // Bytes a millisecond on the slowest line that is still waited for.
const LEAVING = 60000; // Bytes that a closing window may still send.

export class Saving {
  /** `tell(state, facts)` says how things stand. */
  constructor({ form, store, writer, csrf, tell }) {
    Object.assign(this, { form, store, writer, csrf, tell });
    this.url = form.dataset.saveUrl;
    this.changes = 0;
    this.sent = 0;
    this.isKept = true;
    this.stopped = false;
    form.elements.writer.value = writer;
  }

  get revision() { return Number(this.form.elements.revision.value); }

  set revision(value) { this.form.elements.revision.value = value; }

  get isClean() { return this.sent === this.changes; }

  /** Something was written: keep it here, and send it when she pauses. */
  touched() {
    this.changes += 1;
    this.keeping = this.keep();
    this.#later(PAUSE);
  }

  /** Keep the words as they are now; while one copy is being kept, the next waits for it. */
  async keep() {
    if (this.waits) return this.keeping;
    this.waits = true;
    await this.keeping?.catch(() => {});
    this.waits = false;
    const words = { entries: entriesOf(this.form), seen: this.revision, at: Date.now() };
    try {
      await this.store.keep(this.writer, words);
      this.isKept = true;
      if (!this.isClean && !this.stopped) this.tell("unsent");
    } catch {
      this.isKept = false;
      this.tell("unkept");
    }
  }

  #later(pause) {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.send(), pause);
  }

  /** Send what is not sent. Returns whether the server holds all of it now. */
  async send({ leaving = false } = {}) {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (this.isClean || this.stopped) return this.isClean;
    this.sending = this.#put(leaving);
    await this.sending;
    this.sending = null;
    return this.isClean;
  }

  async #put(leaving) {
    const change = this.changes;
    const entries = entriesOf(this.form);
    const answer = await this.#ask({ entries, revision: this.revision, writer: this.writer }, leaving);
    const told = await answer?.json().catch(() => null);
    if (answer?.ok && told) await this.#settle(change, told);
    else await this.#fail(answer?.ok ? null : answer, told ?? {}); // Half an answer is none.
  }

  async #ask(words, leaving) {
    const body = JSON.stringify(words);
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), PATIENCE + body.length / SLOWEST);
    try {
      return await fetch(this.url, {
        method: "PUT",
        body,
        keepalive: leaving && body.length < LEAVING / 3,
        signal: waiting.signal,
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": this.csrf },
      });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  async #settle(change, { revision, at }) {
    this.sent = change;
    this.revision = revision;
    if (!this.isClean) {
      this.keeping = this.keep();
      this.#later(PAUSE);
      return;
    }
    await this.keeping?.catch(() => {});
    if (this.isClean) await this.store.drop(this.writer).catch(() => {});
    this.tell("saved", { at });
  }

  async #fail(answer, told) {
    await this.keeping?.catch(() => {}); // Whatever is said now, it says that the words are here.
    if (answer === null) {
      this.tell(this.isKept ? "offline" : "unkept");
      this.#later(AGAIN);
      return;
    }
    this.isGone = answer.status === 404 && "text" in told;
    const isElsewhere = answer.status === 409 || this.isGone;
    if (isElsewhere || answer.status === 401) this.stopped = true;
    if (isElsewhere) this.tell("conflict", told);
    else if (answer.status === 401) this.tell("signed-out");
    else this.tell("refused", { reason: told.text ?? "" });
    if (answer.status >= 500) this.#later(AGAIN);
    this.other = told.revision;
  }

  /** Two windows have written: these words are to be kept. */
  insist() {
    if (this.isGone) return this.#begin();
    this.stopped = false;
    this.revision = this.other ?? this.revision;
    return this.send();
  }

  /** Nothing has the name of this draft any more: its words go on in a new one. */
  async #begin() {
    const headers = { Accept: "application/json", "X-CSRFToken": this.csrf };
    const answer = await fetch(this.form.dataset.listUrl, { method: "POST", headers }).catch(() => null);
    if (!answer?.ok) return; // The choice is still in sight.
    const words = { entries: entriesOf(this.form), seen: 1, at: Date.now() };
    const draft = new URL(answer.url).pathname.split("/").at(-2);
    await this.store.of(draft).keep(`${this.writer}-moi`, words);
    await this.yield();
    location.assign(answer.url);
  }

  /** Two windows have written: these words are given up. */
  async yield() {
    this.sent = this.changes; // Nothing is sent any more.
    await this.keeping?.catch(() => {});
    await this.store.drop(this.writer);
  }
}
