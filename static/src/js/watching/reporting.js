// What was played goes to the server: each interval, at a pause, on leaving, at the end.

import { Outbox } from "./outbox.js";
import { Seconds } from "./seconds.js";
import { Tracker } from "./tracker.js";

export class Reporting {
  constructor(player) {
    this.player = player;
    const { facts } = player;
    this.csrf = document.querySelector('meta[name="csrf-token"]').content;
    this.outbox = new Outbox({ person: facts.person, url: facts.reportsUrl, csrf: this.csrf });
    this.interval = Number(facts.interval);
    new Tracker(player.video, (ranges) => this.#played(ranges));
    this.#listen();
    if (!this.outbox.isEmpty) this.report();
    if (this.outbox.early(facts.version).length) this.#opened().then(() => this.report());
  }

  #listen() {
    const { player } = this;
    player.on("start", () => this.#opened());
    for (const name of ["pause", "ended"]) player.video.addEventListener(name, () => this.report());
    addEventListener("online", () => this.report());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.report({ leaving: true });
    });
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) { player.state.session = null; this.opening = null; } // The old one is closed.
    });
    player.page.querySelector('[data-do="send"]')?.addEventListener("click", (event) => {
      event.preventDefault();
      this.report();
    });
  }

  #leave() {
    if (this.player.state.session) this.outbox.close(this.#visit());
    this.report({ leaving: true });
  }

  #schedule() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.report(), this.interval * 1000);
  }

  /** Open the watch session once; a failed try is repeated at the next second played. */
  #opened() {
    this.opening ??= this.#open().catch(() => {
      this.opening = null;
      this.player.state.reached = false;
      this.#show();
    });
    return this.opening;
  }

  async #open() {
    const { facts, state } = this.player;
    const answer = await fetch(facts.openUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": this.csrf },
      body: JSON.stringify({ lecture: facts.lecture, version: Number(facts.version) }),
    });
    state.status = answer.status;
    if (answer.status === 409) location.reload(); // The lecture has a new film, and this is the old.
    if (!answer.ok) throw new Error(String(answer.status));
    const opened = await answer.json();
    state.session = opened.session;
    this.interval = opened.interval;
    state.held.add(opened.held);
    this.outbox.adopt(facts.version, state.session);
    this.#schedule();
  }

  #visit() {
    const { length, video, state } = this.player;
    const position = Math.min(video.currentTime, length);
    return { session: state.session, form: state.form, length, position };
  }

  #played(ranges) {
    const { state, facts } = this.player;
    if (state.session) {
      this.outbox.add(this.#visit(), ranges);
    } else {
      this.outbox.addEarly(facts.version, this.#visit(), ranges);
      this.#opened();
    }
    this.#show();
  }

  #unsent() {
    const { state, facts, length } = this.player;
    const seconds = new Seconds(length);
    const waiting = [...this.outbox.unsent(state.session), ...this.outbox.early(facts.version)];
    for (const entry of waiting) seconds.add(entry.ranges);
    seconds.remove(state.held.ranges());
    return seconds;
  }

  #show() {
    this.player.state.unsent = this.#unsent();
    this.player.tell("change");
  }

  async report(options) {
    const { state } = this.player;
    const receipts = await this.outbox.send(options);
    state.reached = receipts !== null && !receipts.status;
    state.status = receipts?.status ?? 200;
    const mine = (receipts ?? []).filter((one) => !one.unknown && one.session === state.session);
    for (const one of mine) this.#take(one);
    this.#show();
    if (mine.length) this.player.tell("held");
    this.#schedule();
  }

  #take(receipt) {
    const { state } = this.player;
    const wasSeen = state.lacking === 0;
    state.held.add(receipt.held);
    state.lacking = Math.min(state.lacking, receipt.lacking); // Once seen, a lecture stays seen.
    state.received = receipt.received;
    this.interval = receipt.interval;
    if (state.lacking === 0 && !wasSeen) this.player.tell("seen");
  }
}
