// The device's clock against the server's, and the number by which this browser is known.

import { drawn, storageOf } from "./storage.js";

const KEY = "elearn.browser";
const WORTH_TELLING = 2000; // Milliseconds by which it must have moved.
const SET = 60000; // Milliseconds by which a clock that was set, or that slept, runs away from one that only counts.

/** 32 hex digits drawn once for this browser; none where nothing can be kept. */
export function browserNumber(storage = storageOf()) {
  try {
    const kept = storage.getItem(KEY);
    if (/^[0-9a-f]{32}$/.test(kept)) return kept;
    const number = drawn();
    storage.setItem(KEY, number);
    return number;
  } catch {
    return undefined;
  }
}

export class Clocks {
  constructor({ date = Date.now, counter = () => performance.now() } = {}) { Object.assign(this, { date, counter }); }

  /** A request went out and came back at these times of the device; the server said its own. */
  measure(sentAt, gotAt, now) {
    if (!Number.isFinite(now)) return;
    this.ahead = Math.round((sentAt + gotAt) / 2 - now);
    this.slack = Math.round((gotAt - sentAt) / 2);
    this.apart = this.#apart;
  }

  get #apart() { return this.date() - this.counter(); }

  /** How far the device is ahead, as long as its clock was not set since that was measured. */
  get known() { return Math.abs(this.#apart - this.apart) < SET ? this.ahead : undefined; }

  /** How far the device is ahead, if the server does not know it yet. */
  get news() {
    if (this.ahead === undefined) return undefined;
    const moved = Math.abs(this.ahead - (this.told ?? Infinity));
    return moved > WORTH_TELLING + this.slack ? this.ahead : undefined;
  }

  /** The server has it; a new session asks for it again. */
  tell(ahead) { if (ahead !== undefined) this.told = ahead; }
  forget() { this.told = undefined; }
}
