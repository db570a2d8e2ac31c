// What was played goes to the server: each interval, at a pause, on leaving, at the end.

import { Clocks } from "./clocks.js";
import { Copied } from "./copied.js";
import { Delivery } from "./delivery.js";
import { Outbox } from "./outbox.js";
import { Pace } from "./pace.js";
import { Sessions } from "./sessions.js";
import { NO_SESSION } from "./storage.js";
import { Tracker } from "./tracker.js";

const APART = 10000; // Milliseconds between two reports that only pauses ask for.
const HURRY = 2000; // Within this many everybody reports whose line came back.
const SOONEST = 5; // Seconds until what was over the budget is tried again, once she is done.

export class Reporting {
  constructor(player) {
    const { facts, video } = player;
    const [outbox, clocks] = [new Outbox(facts.person), new Clocks()];
    const pace = new Pace(Number(facts.interval));
    const hands = { player, outbox, clocks, pace };
    Object.assign(this, hands, { sessions: new Sessions(hands), delivery: new Delivery(hands), copied: new Copied(hands) });
    this.tracker = new Tracker(video, (ranges, times) => this.#played(ranges, times));
    this.lastAt = -Infinity;
    this.#listen();
    this.#begin();
  }

  /** Send what an earlier visit left here. */
  async #begin() {
    this.#show();
    await this.copied.begin(this.outbox).catch(() => {}); // No database: nothing of a copy waits here.
    this.#show();
    if (!this.player.facts.lease) await this.sessions.openForEarly();
    if (this.outbox.ready().length) return this.report();
    if (await this.copied.send()) this.#schedule();
    return this.#show();
  }

  #listen() {
    const { player } = this;
    player.on("start", () => { if (!player.state.lease) this.#open(); });
    player.on("held", () => this.#unsent());
    player.on("move", () => this.tracker.tick());
    for (const name of ["pause", "ended"]) player.video.addEventListener(name, () => this.#paused());
    addEventListener("online", () => this.#lineIsBack());
    document.addEventListener("visibilitychange", () => this.#turned());
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", ({ persisted }) => { if (persisted) this.#cameBack(); });
    player.page.querySelector('[data-do="send"]')?.addEventListener("click", (event) => {
      event.preventDefault();
      this.report();
    });
  }

  async #open() {
    if (await this.sessions.open()) this.#schedule();
    this.#show();
  }

  #visit() {
    const { length, video, state, facts } = this.player;
    const position = Math.floor(Math.min(video.currentTime, length));
    const session = state.session ?? NO_SESSION;
    return { session, lecture: facts.lecture, film: Number(facts.version), form: state.form, length, position };
  }

  #played(ranges, times) {
    const { lease, session } = this.player.state;
    const visit = this.#visit();
    if (lease) this.copied.played(visit, ranges, times);
    else this.outbox.add(visit, ranges, times);
    this.player.tell("played", { ranges, ...times });
    if (!lease && !session) this.#open();
    if (!this.timer) this.#schedule();
    this.#show();
  }

  #unsent() {
    const { state, length, facts } = this.player;
    state.unsent = this.outbox.unsent(Number(facts.version), length);
    state.unsent.add(this.copied.unsent().ranges());
    state.unsent.remove(state.held.ranges());
  }

  #show() {
    const { state } = this.player;
    this.#unsent();
    state.busyUntil = this.pace.isBusy ? this.pace.until : 0;
    this.player.tell("change");
  }

  #schedule(milliseconds = this.pace.next()) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.report(), milliseconds);
  }

  async report(options) {
    this.lastAt = performance.now();
    this.#schedule();
    await this.copied.send(options);
    await this.sessions.openAgain();
    await this.delivery.send(options);
    this.#schedule(this.#soon());
    this.#show();
  }

  /**
   * Milliseconds until the next report; what was over the budget waits no longer than it must. As
   * long as nothing is open here the server's clock does not run for her, and asking is in vain.
   */
  #soon() {
    const { state: { refused, session }, video } = this.player;
    const next = this.pace.next();
    const isDone = refused && session && video.paused && !this.pace.isBusy && !this.pace.failures;
    return isDone ? Math.min(next, 1000 * Math.max(SOONEST, refused / 2)) : next;
  }

  /** Report at the end, and at a pause; who plays and pauses in turn is not reported each time. */
  #paused() {
    this.tracker.tick();
    const rest = this.player.video.ended ? 0 : this.lastAt + APART - performance.now();
    if (rest <= 0) this.report();
    else if (!this.pace.isBusy && !this.pace.failures) this.#schedule(rest);
  }

  #lineIsBack() {
    this.pace.reachable();
    this.sessions.notBefore = 0;
    if (!this.pace.isBusy) this.#schedule(HURRY * Math.random());
  }

  #turned() {
    if (document.visibilityState === "visible") {
      if (!this.player.state.reached || this.player.state.status !== 200) this.#lineIsBack();
    } else if (!this.hasLeft) {
      this.tracker.tick();
      this.report({ keepalive: true });
    }
  }

  #leave() {
    this.hasLeft = true;
    this.tracker.tick();
    this.copied.leave();
    this.delivery.leave(this.#visit());
  }

  #cameBack() {
    this.hasLeft = false;
    this.sessions.forget(); // The old one is closed.
    this.report();
  }
}
