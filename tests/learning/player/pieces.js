// A browser's storage, a film that plays by hand, a page and a server that only count.

import { Seconds } from "../../../static/src/js/watching/seconds.js";

export const LENGTH = 120;

export class Storage {
  constructor({ isFull = false } = {}) { Object.assign(this, { items: new Map(), isFull }); }
  get length() { return this.items.size; }
  key(place) { return [...this.items.keys()][place] ?? null; }
  getItem(key) { return this.items.get(key) ?? null; }
  removeItem(key) { this.items.delete(key); }
  setItem(key, value) {
    if (this.isFull) throw new Error("QuotaExceededError");
    this.items.set(key, String(value)); // As a browser does.
  }
}

/** A film whose clock and position are moved by the test. */
export class Film extends EventTarget {
  constructor() {
    super();
    const still = { currentTime: 0, playbackRate: 1, readyState: 4, paused: true, seeking: false, error: null };
    Object.assign(this, still, { clock: 0 });
  }
  tell(name) { this.dispatchEvent(new Event(name)); }
  play() { this.paused = false; this.tell("play"); this.tell("playing"); }
  pause() { this.paused = true; this.tell("pause"); }
  /** Let it play on for so many seconds of the clock, looked at four times a second. */
  run(seconds, { rate = this.playbackRate } = {}) {
    for (let passed = 0; passed < seconds - 1e-9; passed += 0.25) this.step(0.25, 0.25 * rate);
  }
  step(clock, position) {
    this.clock += clock * 1000;
    this.currentTime += position;
    this.tell("timeupdate");
  }
  seek(second) {
    this.seeking = true;
    this.currentTime = second;
    this.tell("seeking");
    this.seeking = false;
    this.tell("timeupdate");
  }
  wait() { this.readyState = 2; this.tell("waiting"); }
  goOn() { this.readyState = 4; this.tell("playing"); }
}

export class Page extends EventTarget {
  constructor(person = "7", film = "3") {
    super();
    this.length = LENGTH;
    this.facts = { person, version: film, lecture: "HV-01", reportsUrl: "/watching/reports", openUrl: "/watching" };
    const held = new Seconds(LENGTH);
    this.state = { held, unsent: new Seconds(LENGTH), refused: 0, lacking: 96, session: null, form: "video", reached: true, status: 200 };
    this.told = [];
  }
  tell(name) { this.told.push(name); }
}

/** Answers as the server does; `fate(body)` may lose a request or its answer, or refuse it. */
export class Server {
  constructor(length = LENGTH) {
    Object.assign(this, { length, held: new Seconds(length), sessions: new Set(), budget: Infinity, bodies: [] });
    this.fate = () => "taken";
  }

  open() {
    const session = `s${this.sessions.size}`;
    this.sessions.add(session);
    return session;
  }

  async fetch(_url, { body }) {
    const read = JSON.parse(body);
    this.bodies.push(read);
    const fate = this.fate(read);
    if (fate === "lost") throw new TypeError("Failed to fetch");
    if (typeof fate === "number") return answer(fate, { interval: 60 }, { "Retry-After": "30" });
    const receipts = read.reports.map((report) => this.take(report));
    if (fate === "answer lost") throw new TypeError("Failed to fetch");
    return answer(200, { receipts, interval: 60, now: Date.now() });
  }

  take({ session, ranges, knows }) {
    if (!this.sessions.has(session)) return { session, unknown: true };
    const fresh = new Seconds(this.length, ranges);
    fresh.remove(this.held.ranges());
    const all = fresh.ranges().flatMap(([start, end]) => Array.from({ length: end - start }, (_, k) => start + k));
    const granted = all.slice(0, this.budget);
    this.budget -= granted.length;
    this.held.add(granted.map((k) => [k, k + 1]));
    const refused = all.slice(granted.length).map((k) => [k, k + 1]);
    const told = { session, seconds: this.held.size, lacking: Math.max(0, 96 - this.held.size), received: "14:02" };
    if (refused.length) told.refused = refused;
    if (this.held.size !== knows) told.held = this.held.ranges();
    return told;
  }
}

function answer(status, said, headers = {}) {
  return { status, ok: status < 400, headers: new Headers(headers), json: async () => said };
}

/** Numbers that look drawn, the same at every run. */
export function drawn(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
