// A phone with its database and its storage, a server that takes envelopes, and what went between.

import "fake-indexeddb/auto";

import { createHmac } from "node:crypto";
import { IDBFactory } from "fake-indexeddb";

import { close } from "../../../static/src/js/offline/database.js";
import { keep, leaseOf } from "../../../static/src/js/offline/leases.js";
import { Queue } from "../../../static/src/js/offline/queue.js";
import { Seconds } from "../../../static/src/js/watching/seconds.js";
import { Storage } from "../player/pieces.js";

export { drawn } from "../player/pieces.js";

export const LENGTH = 120;
const SERVER = "0123456789abcdef";
const DAY = 24 * 3600 * 1000;

/** A phone that was never used; nothing of the one before is left. */
export async function phone({ isFull = false } = {}) {
  await close();
  globalThis.indexedDB = new IDBFactory();
  const storage = new Storage({ isFull });
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  return storage;
}

/** Cookies as a page sees them: all are read as one, each is written for itself. */
export class Cookies {
  kept = new Map();
  get cookie() { return [...this.kept].map((pair) => pair.join("=")).join("; "); }
  set cookie(told) {
    const [name, value] = told.split(";")[0].split("=");
    if (told.includes("max-age=0")) this.kept.delete(name);
    else this.kept.set(name, value);
  }
}

/** Have every write to the database fail from now on, or no more. */
export function fill(isFull) {
  const { prototype } = globalThis.IDBObjectStore;
  fill.put ??= prototype.put;
  prototype.put = isFull ? () => { throw new DOMException("no room", "QuotaExceededError"); } : fill.put;
}

/** Answers as the server does; `fate(lines)` may lose a request or its answer, or refuse it. */
export class Server {
  constructor() {
    Object.assign(this, { keys: new Map(), held: new Map(), ended: new Map(), lines: [], bodies: 0, budget: Infinity });
    this.fate = () => "taken";
    globalThis.fetch = (...asked) => this.fetch(...asked);
  }

  /** Lend a film to a person on this phone; returns the lease as the phone keeps it. */
  async lend(person = 7, film = 3) {
    const lease = `lease${this.keys.size}`;
    const key = Buffer.alloc(32, this.keys.size + 1);
    this.keys.set(lease, { key, person, film });
    const now = Date.now();
    const told = {
      lease, person, film, server: SERVER, host: "học.example", key: key.toString("base64url"), lecture: "HV-01", length: LENGTH,
      held: [], lacking: 96, position: 0, expires: now + 30 * DAY, now,
    };
    await keep({ said: told, sentAt: now, gotAt: now });
    return leaseOf(lease);
  }

  of(person, film = 3) {
    const name = `${person} ${film}`;
    if (!this.held.has(name)) this.held.set(name, new Seconds(LENGTH));
    return this.held.get(name);
  }

  async fetch(_url, { body }) {
    this.bodies += 1;
    const { envelopes } = JSON.parse(body);
    const fate = this.fate(envelopes);
    if (fate === "lost") throw new TypeError("Failed to fetch");
    if (typeof fate === "number") return answer(fate, {}, { "Retry-After": "30" });
    const receipts = envelopes.map((line) => this.take(line));
    if (fate === "answer lost") throw new TypeError("Failed to fetch");
    return answer(200, { receipts, received: "14:02", now: Date.now() });
  }

  take(line) {
    const [seal, json] = [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)];
    const { lease, number, reports, ended } = JSON.parse(json);
    const known = this.keys.get(lease);
    if (!known) return { lease, unknown: true, reason: "lease" };
    const right = createHmac("sha256", known.key).update(`${SERVER}\n${json}`).digest("base64url");
    if (seal !== right) return { lease, unknown: true, reason: "seal" };
    this.lines.push(json);
    const refused = this.#credit(this.of(known.person, known.film), reports);
    if (ended) this.ended.set(lease, ended);
    const held = this.of(known.person, known.film);
    const standing = { seconds: held.size, lacking: Math.max(0, 96 - held.size), held: held.ranges() };
    const told = { lease, number, ...(reports.length && standing) };
    return { ...told, ...(refused.length && { refused }), ...(ended && { ended: true }) };
  }

  #credit(held, reports) {
    const fresh = new Seconds(LENGTH, reports.flatMap(({ ranges }) => ranges));
    fresh.remove(held.ranges());
    const all = fresh.ranges().flatMap(([start, end]) => Array.from({ length: end - start }, (_, k) => start + k));
    const granted = all.slice(0, this.budget);
    this.budget -= granted.length;
    held.add(granted.map((k) => [k, k + 1]));
    return all.slice(granted.length).map((k) => [k, k + 1]);
  }
}

function answer(status, said, headers = {}) {
  return { status, ok: status < 400, headers: new Headers(headers), json: async () => said };
}

/** A page of this phone, with nothing in its memory. */
export const page = (storage) => new Queue({ storage });

/** Seconds played up to `end`, as the player tells them. */
export const played = (end) => ({ from: 1000 * end, to: 1000 * end + 900, position: end });
