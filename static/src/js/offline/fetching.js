// A copy on its way to this phone: the files of a lease and its page, through cuts of the line,
// addresses that run out and closed tabs, until all of it is here.
//
// Pages and the worker do it alike; one at a time does it for a lease.

import { keepLease } from "../worker/keeping.js";
import { post } from "../watching/transport.js";
import { gotOf, keepPiece } from "./chunks.js";
import { haltWhereDear, onOtherLine } from "./costs.js";
import { Halt, haltAt, haltOf } from "./halts.js";
import { alter, leaseOf, renew } from "./leases.js";
import { hasRoomFor, isFull } from "./room.js";
import { fetchFile } from "./streaming.js";
import { hear, tell } from "./told.js";

const SMALL = 256 * 1024; // Bytes; what is smaller comes as a whole.
const PAUSES = [1000, 2000, 4000, 8000, 15000, 30000]; // Milliseconds between two tries.
const OFTEN = 500; // Milliseconds between two figures that are told.
const PASSING = ["line", "busy", "dear"];

/**
 * Fetch what is missing of a copy, after whoever is at it now, and return what became of it. Another
 * page may wait behind this one, and goes on when it is closed.
 */
export function fetchCopy(token, { signal } = {}) {
  tell({ do: "go", lease: token }); // Whoever rests at it has somebody waiting behind it now.
  return navigator.locks.request(`elearn.copy.${token}`, () => new Fetching(token, signal).run());
}

class Fetching {
  constructor(token, signal) {
    const stopping = new AbortController();
    Object.assign(this, { token, stopping, signal: stopping.signal, tries: 0, toldAt: 0, fresh: 0 });
    signal?.addEventListener("abort", () => stopping.abort());
    if (signal?.aborted) stopping.abort();
  }

  async run() {
    const deaf = hear(({ do: what, lease }) => {
      if (lease !== this.token) return;
      if (what === "stop") this.stopping.abort();
      if (what === "go") this.wake?.();
    });
    try {
      return await this.#untilItEnds();
    } finally {
      deaf();
    }
  }

  async #untilItEnds() {
    for (;;) {
      const lease = await leaseOf(this.token);
      if (lease?.state !== "fetching" || this.signal.aborted) return this.#tell(lease);
      const halt = await this.#through(lease);
      if (!halt) return this.#tell(await alter(this.token, unlessEnded({ state: "ready", error: undefined })));
      if (PASSING.includes(halt.reason)) await this.#wait(lease, halt);
      else if (halt.reason !== "renewed") return this.#give(halt);
    }
  }

  /** Try once; returns what it halted at, or none when all is here. */
  async #through(lease) {
    this.fresh = 0;
    try {
      await this.#all(lease);
      return null;
    } catch (problem) {
      if (this.signal.aborted) return new Halt("stopped");
      const halt = problem instanceof Halt ? problem : new Halt(isFull(problem) ? "room" : "wrong");
      return halt.reason === "address" ? this.#renewed(lease) : halt;
    }
  }

  async #all(lease) {
    const parts = lease.parts.filter((part) => !isHere(lease, part)).sort((one, other) => one.size - other.size);
    if (parts.length) haltWhereDear(lease); // The page alone weighs next to nothing.
    if (!(await hasRoomFor(lease.size - lease.done))) throw new Halt("room");
    this.#move(lease, 0);
    for (const part of parts) {
      if (part.size < SMALL) await this.#whole(part, lease);
      else await fetchFile(lease, part, { signal: this.signal, moved: (bytes) => this.#move(lease, bytes) });
    }
    if (!(await this.#hasAll())) throw new Halt("line"); // It ended early, and nobody said so.
    await this.#page();
  }

  async #hasAll() {
    const lease = await leaseOf(this.token);
    return lease?.parts.every((part) => isHere(lease, part));
  }

  async #whole({ name, url }, lease) {
    haltWhereDear(lease);
    const answer = await fetch(url, { signal: this.signal, cache: "no-store" }).catch(() => { throw new Halt("line"); });
    if ([403, 404, 410].includes(answer.status)) throw new Halt("address");
    if (!answer.ok) throw haltOf(answer.status, Number(answer.headers.get("Retry-After")) || 0);
    const blob = await answer.blob().catch(() => { throw new Halt("line"); });
    if (!(await keepPiece(this.token, name, 0, blob, { isAll: true }))) throw new Halt("stopped");
    this.#move(lease, blob.size);
  }

  async #page() {
    await keepLease(this.token).catch((problem) => {
      if (isFull(problem)) throw problem;
      const status = parseInt(problem.message, 10);
      if ([403, 404].includes(status)) throw new Halt("address"); // Over, ended or not hers: ask anew.
      throw status ? haltOf(status === 200 ? 401 : status) : new Halt("line");
    });
  }

  /** New addresses, and a new end of the lease with them. */
  async #renewed({ person }) {
    if (this.isRenewed && !this.fresh) return new Halt("wrong"); // New addresses were no better.
    const heard = await post(`/leases/${this.token}/renewal`, { person }).catch(() => null);
    if (heard?.status !== 200) return heard ? haltAt(heard) : new Halt("line");
    await renew(this.token, heard);
    this.isRenewed = true;
    return new Halt("renewed");
  }

  /** Wait for the server, or a line, or one that costs nothing; who was told to stop waits no longer. */
  async #wait(lease, { reason, retryAfter }) {
    if (this.fresh) this.tries = 0;
    const pause = Math.max(PAUSES[Math.min(this.tries, PAUSES.length - 1)], 1000 * retryAfter);
    Object.assign(this, { tries: this.tries + 1, isRenewed: false });
    this.#tell((await leaseOf(this.token)) ?? lease, reason);
    await this.#rest(pause * (1 + Math.random() / 4));
  }

  /** So many milliseconds, or less: until the browser has a line again or another, or somebody says stop or go. */
  async #rest(milliseconds) {
    const over = new AbortController();
    await new Promise((done) => {
      this.wake = done;
      const timer = setTimeout(done, milliseconds);
      over.signal.addEventListener("abort", () => clearTimeout(timer));
      this.signal.addEventListener("abort", done, { signal: over.signal });
      globalThis.addEventListener("online", done, { signal: over.signal });
      onOtherLine(done, { signal: over.signal });
    });
    over.abort();
  }

  /** It does not go on by itself: say why, and keep what is here. */
  async #give({ reason }) {
    if (reason === "stopped") return this.#tell(await leaseOf(this.token));
    if (reason === "signed") return this.#tell(await leaseOf(this.token), reason); // Until she is: then it goes on.
    const halted = unlessEnded({ state: "paused", error: reason });
    const lease = await alter(this.token, halted).catch(async () => halted(await leaseOf(this.token))); // Full.
    return this.#tell(lease, reason);
  }

  #move(lease, bytes) {
    this.fresh += bytes;
    if (Date.now() - this.toldAt < OFTEN) return;
    this.toldAt = Date.now();
    this.#tell({ ...lease, done: lease.done + this.fresh });
  }

  #tell(lease, error = lease?.error) {
    const { state = "ended", done = 0, size = 0 } = lease ?? {};
    const event = { lease: this.token, state, done, size, error };
    tell(event);
    return event;
  }
}

/** Another tab may have deleted it in this very moment. */
const unlessEnded = (news) => (lease) => (lease?.state === "ended" ? lease : { ...lease, ...news });

const isHere = (lease, { name, size }) => gotOf(lease, name) >= size && name in (lease.got ?? {});
