// What was played, from the second it was played until the server has acknowledged it.

import { Seconds } from "./seconds.js";
import { NO_SESSION, Shelf } from "./storage.js";

const BATCH = 20;

export class Outbox {
  constructor(person, options) {
    this.shelf = new Shelf(person, options);
    this.unreadable = new Set(); // Until the page is opened anew: a newer server may read it.
  }

  /**
   * Add seconds to what a session has played in a form; `from` and `to` by the device's clock. Says
   * whether they outlive the page.
   */
  add(visit, ranges, { from, to }) {
    const name = this.shelf.nameOf(visit);
    const before = this.shelf.get(name);
    const seconds = new Seconds(visit.length, before?.ranges);
    seconds.add(ranges);
    const since = before?.ranges.length ? Math.min(before.from ?? from, from) : from;
    const until = Math.max(before?.to ?? to, to);
    return this.shelf.put(name, { ...before, ...visit, ranges: seconds.ranges(), from: since, to: until });
  }

  #where(holds) { return [...this.shelf.all()].filter(([, record]) => holds(record)); }

  /** What was played of a film and is not acknowledged, in whatever session, form or tab. */
  unsent(film, length) {
    const seconds = new Seconds(length);
    for (const [, { ranges }] of this.#where((one) => one.film === film)) seconds.add(ranges);
    return seconds;
  }

  /** What was played before there was a session to report it in, by film. */
  early() { return this.#where((one) => one.session === NO_SESSION).map(([, record]) => record); }

  /** Give what was played too early of a film to the session that is open now. */
  adopt(film, session) {
    for (const [name, record] of this.#where((one) => one.session === NO_SESSION && one.film === film)) {
      this.shelf.drop(name);
      this.add({ ...record, session }, record.ranges, record);
    }
  }

  /** Forget what was played of a film that is no longer shown and was never opened. */
  forgetEarly(film) {
    for (const [name] of this.#where((one) => one.session === NO_SESSION && one.film === film)) {
      this.shelf.drop(name);
    }
  }

  /** What is to be sent now, this page's own first, as [name, record]. */
  ready() {
    const place = ([name]) => (this.shelf.mine.has(name) ? 0 : 1);
    const sendable = this.#where((one) => one.session !== NO_SESSION && one.ranges.length > 0)
      .filter(([name]) => !this.unreadable.has(name));
    return sendable.sort((a, b) => place(a) - place(b)).slice(0, BATCH);
  }

  /** The server cannot read this one: it stays here, and goes out no more from this page. */
  blame([name]) { this.unreadable.add(name); }

  /** Have a session closed by the report that goes out now. */
  close(session) {
    for (const [name, record] of this.#where((one) => one.session === session)) {
      this.shelf.shorten(name, { ...record, closing: true });
    }
  }

  /** Strike out what was acknowledged of what was sent; what is over the budget is sent again. */
  settle(batch, receipts) {
    batch.forEach(([name, sent], place) => this.#settle(name, sent, receipts[place]));
  }

  #settle(name, sent, receipt) {
    const now = this.shelf.get(name);
    if (!now || !receipt) return; // Another tab had it acknowledged meanwhile.
    const rest = new Seconds(now.length, now.ranges);
    rest.remove(sent.ranges);
    if (receipt.unknown) this.#again(sent);
    else rest.add(receipt.refused ?? []);
    if (!rest.size) return this.shelf.drop(name);
    const from = receipt.refused?.length ? now.from : sent.to;
    return this.shelf.shorten(name, { ...now, ranges: rest.ranges(), from });
  }

  /** The server does not know the session: it is claimed once more, in the next one. */
  #again(sent) {
    if (sent.isAgain || !sent.lecture) return;
    const { closing: _, ...visit } = { ...sent, session: NO_SESSION, isAgain: true };
    this.add(visit, sent.ranges, sent);
  }
}
