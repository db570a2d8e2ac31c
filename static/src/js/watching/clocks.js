// The device's clock against the server's, and the number by which this browser is known.

import { drawn, storageOf } from "./storage.js";

const KEY = "elearn.browser";
const WORTH_TELLING = 2000; // Milliseconds by which it must have moved.

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
  /** A request went out and came back at these times of the device; the server said its own. */
  measure(sentAt, gotAt, now) {
    if (!Number.isFinite(now)) return;
    this.ahead = Math.round((sentAt + gotAt) / 2 - now);
    this.slack = Math.round((gotAt - sentAt) / 2);
  }

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
