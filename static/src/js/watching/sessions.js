// Watch sessions: opened by the server before anything is credited, tried again when it was not there.

import { browserNumber } from "./clocks.js";
import { post } from "./transport.js";

const URL = "/watching"; // The page of a copy names none.
const GONE = [404, 409]; // Another film is shown, or none.

export class Sessions {
  constructor({ player, outbox, clocks, pace }) {
    Object.assign(this, { player, outbox, clocks, pace, notBefore: 0 });
  }

  get #mine() {
    const { lecture, version } = this.player.facts;
    return { lecture, film: Number(version) };
  }

  forget() { this.player.state.session = null; }

  /** Open the page's session if it has none; a failed try is repeated after a pause. */
  async open() {
    if (this.player.state.session) return false;
    if (!this.opening && (this.pace.isBusy || Date.now() < this.notBefore)) return false;
    this.opening ??= this.#open()
      .catch(() => this.#later({ reached: false }))
      .finally(() => { this.opening = null; });
    return this.opening;
  }

  /** Open a session for what has none: it could not be opened, or the server has lost it. */
  async openAgain() {
    if (this.outbox.early().some(({ film }) => film === this.#mine.film)) await this.open();
  }

  #later(known = {}) {
    Object.assign(this.player.state, known);
    this.pace.failed();
    this.notBefore = Date.now() + this.pace.next();
    return false;
  }

  async #open() {
    const { state } = this.player;
    const { status, said, retryAfter } = await this.#ask(this.#mine);
    Object.assign(state, { status, reached: status < 500 });
    if (status === 409) location.reload(); // The lecture has a new film, and this is the old.
    if (status === 503 || status === 429) this.pace.shed(retryAfter, said.interval);
    if (status !== 200) return this.#later();
    state.session = said.session;
    state.held.add(said.held);
    this.pace.told(said.interval);
    this.outbox.adopt(this.#mine.film, said.session);
    return true;
  }

  async #ask({ lecture, film }) {
    const person = Number(this.player.facts.person);
    const body = { person, lecture, version: film, browser: browserNumber(), sent_at: Date.now() };
    const heard = await post(this.player.facts.openUrl ?? URL, body);
    this.clocks.measure(heard.sentAt, heard.gotAt, heard.said.now);
    if (heard.status === 200) this.clocks.forget();
    return heard;
  }

  /** Open a session for whatever was played before there was one, here or in another lecture. */
  async openForEarly() {
    const early = new Map(this.outbox.early().map((record) => [record.film, record]));
    for (const record of early.values()) {
      if (record.film === this.#mine.film) await this.open();
      else if (record.lecture) await this.#openFor(record).catch(() => this.pace.failed());
    }
  }

  async #openFor({ lecture, film }) {
    const { status, said } = await this.#ask({ lecture, film });
    if (status === 200) this.outbox.adopt(film, said.session);
    if (GONE.includes(status)) this.outbox.forgetEarly(film);
  }
}
