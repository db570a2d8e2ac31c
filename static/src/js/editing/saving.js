// Every change goes at once into this browser's store and, after a pause, to the server; it leaves
// the store when the server has acknowledged it. What the server has newer is never undone unasked.

import { entriesOf } from "./form.js";

const PAUSE = 1500; // Milliseconds without a key before words are sent.
const AGAIN = 15000; // Milliseconds until a line that failed is tried anew.
const PATIENCE = 20000;
const LEAVING = 60000; // Bytes that a closing window may still send.

export class Saving {
  /** `tell(state, facts)` says how things stand. */
  constructor({ form, store, writer, csrf, tell }) {
    Object.assign(this, { form, store, writer, csrf, tell });
    this.url = form.dataset.saveUrl;
    this.changes = 0;
    this.sent = 0;
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
      if (!this.isClean && !this.stopped) this.tell("unsent");
    } catch {
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
    if (answer?.ok) await this.#settle(change, await answer.json());
    else await this.#fail(answer);
  }

  async #ask(words, leaving) {
    const body = JSON.stringify(words);
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), PATIENCE);
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

  async #fail(answer) {
    if (answer === null) {
      this.tell("offline");
      this.#later(AGAIN);
      return;
    }
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 409 || answer.status === 401) this.stopped = true;
    if (answer.status === 409) this.tell("conflict", told);
    else if (answer.status === 401) this.tell("signed-out");
    else this.tell("refused", { reason: told.text ?? "" });
    if (answer.status >= 500) this.#later(AGAIN);
    this.other = told.revision;
  }

  /** Two windows have written: these words are to be kept. */
  insist() {
    this.stopped = false;
    this.revision = this.other ?? this.revision;
    return this.send();
  }

  /** Two windows have written: these words are given up. */
  async yield() {
    await this.store.drop(this.writer);
    this.sent = this.changes;
  }
}
