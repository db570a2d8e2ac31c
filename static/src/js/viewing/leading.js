// A shared viewing while it goes on: what plays is written down for those who are present, and sent.

const SOON = 1500; // Milliseconds until the end is told again, as long as the server can be reached.
const TRIES = 5; // Then it ends all the same: some seconds may be more than the server ever counts.

export class Leading extends EventTarget {
  /** @param {{player, presence, stretches, sending, kept, pace}} hands */
  constructor(hands) {
    super();
    Object.assign(this, hands, { tries: 0 });
    this.player.on("played", (what) => this.#played(what));
    for (const name of ["pause", "ended"]) this.player.video.addEventListener(name, () => this.#schedule(0));
    addEventListener("online", () => this.#lineIsBack());
    addEventListener("storage", (event) => this.#elsewhere(event));
    document.addEventListener("visibilitychange", () => this.#turned());
    addEventListener("pagehide", () => this.sending.leave());
    this.sending.addEventListener("change", () => this.#tell());
  }

  /** Send what an earlier visit left here; the leader's own seconds are reported by the player. */
  begin(reporting) {
    this.reporting = reporting;
    this.sending.clocks = this.stretches.clocks = reporting.clocks; // Measured when the visit was opened.
    this.#schedule(0);
  }

  get isEnded() { return this.kept.isEnded; }

  #tell() { this.dispatchEvent(new Event("change")); }

  /** Another tab has marked somebody, or has told the end. */
  #elsewhere({ key, newValue }) {
    if (key !== this.kept.presenceKey) return;
    if (newValue === null) this.dispatchEvent(new Event("over"));
    else this.presence.reread();
  }

  #played({ ranges, from, to }) {
    if (this.isEnded || this.sending.state.closed) return;
    const { here } = this.presence;
    this.stretches.add(ranges, { from, to }, { form: this.player.state.form, present: here });
    if (!this.timer) this.#schedule();
    this.#tell();
  }

  #schedule(milliseconds = this.pace.next()) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), milliseconds);
  }

  async send(options = {}) {
    clearTimeout(this.timer);
    this.timer = null;
    const isOver = this.isEnded && await this.#isHersTold();
    const isTold = await this.sending.send({ all: this.isEnded, ended: isOver, ...options });
    if (isTold && isOver && (!this.stretches.unsent() || this.tries > TRIES)) return this.#over();
    if (this.sending.state.closed) this.kept.close();
    if (this.isEnded) this.#schedule(this.pace.isBusy || this.pace.failures ? undefined : SOON);
    else if (this.stretches.unsent()) this.#schedule();
    return this.#tell();
  }

  /** Nobody is credited more than the leader's own visit played: that must be told before the end. */
  async #isHersTold() {
    await this.reporting.report();
    const { unsent, refused, reached } = this.player.state;
    if (reached) this.tries += 1;
    return unsent.size <= refused || this.tries > TRIES;
  }

  #lineIsBack() {
    this.pace.reachable();
    if (!this.pace.isBusy) this.#schedule(0);
  }

  #turned() {
    if (document.visibilityState === "hidden") this.send({ all: true, keepalive: true });
    else if (!this.sending.state.reached) this.#lineIsBack();
  }

  undo() {
    if (this.isEnded) return;
    const change = this.presence.undo();
    if (change) this.stretches.amend(change);
  }

  /** The leader has ended it; the server is told as soon as it can be reached. */
  end() {
    this.player.pause();
    this.kept.isEnded = true;
    this.#tell();
    return this.send();
  }

  #over() {
    this.kept.close();
    this.dispatchEvent(new Event("over"));
  }
}
