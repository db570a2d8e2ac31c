// What is played from a copy: kept under its lease, written down every few seconds, sent as there is
// a line.

import { deliver } from "../offline/delivering.js";
import { allLeases } from "../offline/leases.js";
import { queue as ours } from "../offline/queue.js";
import { credited } from "./crediting.js";
import { NO_SESSION } from "./storage.js";

const EVERY = 4000; // Milliseconds until what was played lies on the disk.

export class Copied {
  constructor({ player, pace, queue = ours }) {
    Object.assign(this, { player, pace, queue });
    this.film = Number(player.facts.version);
  }

  /** Know what earlier pages and visits left here. What no lease of the server's covers goes to the outbox. */
  async begin(outbox) {
    if (!this.queue.mayWait) return;
    await this.queue.bringOver();
    await this.queue.all();
    // The page of a copy opens nothing by itself: it was kept to be read without a line.
    if (!this.player.facts.lease) await this.#hand(outbox);
  }

  played({ form, position }, ranges, { from, to }) {
    this.queue.note(this.player.state.lease, form, ranges, { from, to, position });
    this.writing ??= setTimeout(() => this.write(), EVERY);
  }

  /** Write down what was played; the player knows whether that could be done. */
  async write() {
    clearTimeout(this.writing);
    this.writing = null;
    this.player.state.isKept = await this.queue.flush();
  }

  unsent() {
    const { facts: { person }, length } = this.player;
    return this.queue.unsent(this.film, length, person);
  }

  /** Give the sessions what the server does not know the lease of: it may count as watched online. */
  async #hand(outbox) {
    const { person, lecture } = this.player.facts;
    const leases = new Map((await allLeases()).map((one) => [one.lease, one]));
    const orphans = (await this.queue.of(person)).filter(({ film, lease }) => film === this.film
      && (!leases.has(lease) || leases.get(lease).unknownAt));
    for (const record of orphans) {
      // Where the plain storage is full it stays in the database too: who sends it twice is credited once.
      const isKept = outbox.add({ ...record, session: NO_SESSION, lecture }, record.ranges, record);
      if (isKept) await this.queue.settle(record);
    }
  }

  /** Send what waits on this phone, unless the server asked for peace; says whether something still waits. */
  async send({ keepalive } = {}) {
    if (!this.queue.mayWait || this.isSending) return false;
    this.isSending = true;
    try {
      await this.write();
      return this.pace.isBusy || this.#heard(await deliver({ queue: this.queue, keepalive }));
    } catch {
      return false; // No database here: what was played waits in memory.
    } finally {
      this.isSending = false;
    }
  }

  /** The page goes away: what is not on the disk is written where that is done at once. */
  leave() {
    this.queue.leave();
    this.queue.flush();
  }

  #heard({ status, receipts, rest, retryAfter, interval }) {
    const { state } = this.player;
    if (status === undefined) return rest;
    state.reached = status === 200;
    if (status === 503 || status === 429) this.pace.shed(retryAfter, interval);
    else if (!state.reached) this.pace.failed();
    else this.pace.told();
    const mine = receipts.filter(({ lease, receipt }) => lease.film === this.film && !receipt.unknown
      && lease.person === Number(this.player.facts.person));
    if (mine.length) credited(this.player, "copy", mine);
    return rest;
  }
}
