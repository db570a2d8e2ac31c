// When to send: each interval the server told, later when it is busy or cannot be reached.

import { read, storageOf, write } from "./storage.js";

const KEY = "elearn.pace"; // A reload, or another tab, does not make a busy server less so.
const LEAST = 5; // Seconds; the first pause after a failure is at most twice this.
const MOST = 600;
const SPREAD = 0.1; // A hall that pressed play together does not report together.

export class Pace {
  constructor(interval, { storage = storageOf(), now = Date.now, random = Math.random } = {}) {
    Object.assign(this, { storage, now, random });
    this.failures = 0;
    const kept = read(storage, KEY);
    this.until = kept?.until > 0 ? kept.until : 0;
    this.interval = this.isBusy ? Math.max(interval, kept.interval || 0) : interval;
  }

  /** Whether the server asked to be left alone and the time is not over. */
  get isBusy() {
    const rest = this.until - this.now();
    return rest > 0 && rest <= 2 * MOST * 1000; // More can only be a clock that was set.
  }

  /** The server took the reports and told its interval. */
  told(interval) {
    this.failures = 0;
    if (interval > 0) this.interval = Math.min(interval, MOST);
  }

  /** The server kept nothing and asked for so many seconds of peace. */
  shed(seconds, interval) {
    const least = Math.min(Math.max(seconds || LEAST, 1), MOST);
    this.until = this.now() + 1000 * least * (1 + this.random() / 2);
    this.interval = Math.min(Math.max(interval || least, this.interval), MOST);
    write(this.storage, KEY, { until: this.until, interval: this.interval });
  }

  failed() { this.failures += 1; }
  reachable() { this.failures = 0; }

  /** Milliseconds until the next report: exponential back-off with full jitter after failures. */
  next() {
    if (this.isBusy) return this.until - this.now();
    if (!this.failures) return 1000 * this.interval * (1 + SPREAD * this.random());
    const most = Math.min(LEAST * 2 ** this.failures, MOST);
    return 1000 * Math.max(1, most * this.random());
  }
}
