// What waits of a viewing goes to the server and is struck out as that acknowledges it: each interval,
// at a pause, when the line is back, on leaving, and at the end.

import { leave, post } from "../watching/transport.js";
import { said as saidOf } from "./stretches.js";

const CLOSED = 409; // The leader has stated already who was there.
const BUSY = [429, 503];
const UNREADABLE = [404, 413, 422];

export class Sending extends EventTarget {
  /** @param {{url: string, person: number, stretches, pace, clocks}} hands */
  constructor(hands) {
    super();
    Object.assign(this, hands, { state: { reached: true, status: 200, received: null, refused: [], closed: "" } });
  }

  #body(batch, { ended } = {}) {
    const { ahead } = this.clocks;
    const body = { person: this.person, ahead: ahead ?? null, stretches: batch.map((one) => saidOf(one, ahead)) };
    return ended ? { ...body, ended: true } : body;
  }

  #tell() { this.dispatchEvent(new Event("change")); }

  /** Send a batch, if nothing is on its way and the server did not ask for peace. */
  async send({ all = false, keepalive = false, ended = false } = {}) {
    const batch = this.stretches.ready({ all });
    if (this.isSending || this.pace.isBusy || (!batch.length && !ended)) return false;
    this.isSending = true;
    try {
      const status = await this.#send(batch, { keepalive, ended });
      if (UNREADABLE.includes(status)) await this.#sendEach(batch);
      return status === 200;
    } catch {
      this.state.reached = false;
      this.pace.failed();
      return false;
    } finally {
      this.isSending = false;
      this.#tell();
    }
  }

  async #send(batch, options) {
    if (this.clocks.known === undefined && batch.length) await this.#measure();
    this.stretches.went(batch);
    const heard = await this.#post(batch, options);
    this.#heard(batch, heard);
    return heard.status;
  }

  /** Who sat there when is told by this device's clock: the server must know how far that is off. */
  #measure() { return this.#post([], {}); }

  async #post(batch, { keepalive, ended }) {
    const heard = await post(this.url, this.#body(batch, { ended }), { keepalive });
    this.clocks.measure(heard.sentAt, heard.gotAt, heard.said.now);
    return heard;
  }

  /** One of them is to blame: each by itself, so that it holds up no other. */
  async #sendEach(batch) {
    for (const one of batch) {
      if (this.pace.isBusy) return;
      const status = await this.#send([one], {});
      if (UNREADABLE.includes(status)) this.stretches.blame(one);
    }
  }

  /** Send all as the page goes, without an answer; it stays here until acknowledged. */
  leave() {
    const batch = this.stretches.ready({ all: true });
    if (!batch.length || this.pace.isBusy || this.clocks.known === undefined) return;
    this.stretches.went(batch);
    leave(this.url, this.#body(batch));
  }

  #heard(batch, { status, said, retryAfter }) {
    this.state.status = status;
    this.state.reached = status < 500;
    if (status === 200) this.#acknowledged(batch, said);
    else if (status === CLOSED) this.#closed(said);
    else if (BUSY.includes(status)) this.pace.shed(retryAfter, said.interval);
    else if (!UNREADABLE.includes(status)) this.pace.failed();
  }

  #acknowledged(batch, { refused = [], received, interval }) {
    this.pace.told(interval);
    this.state.received = received ?? this.state.received;
    for (const one of refused) this.#note(one);
    this.stretches.settle(batch, refused);
  }

  /** Keep what was refused, the same once. */
  #note({ person, reason }) {
    const isKnown = this.state.refused.some((one) => one.person === person && one.reason === reason);
    if (!isKnown) this.state.refused.push({ person, reason });
  }

  #closed({ text = "" }) {
    this.state.closed = text || "closed";
    this.stretches.forgetAll();
  }
}
