// What waits goes out and is struck out as the server acknowledges it; the player is told.

import { credited } from "./crediting.js";
import { endOf, reportsOf } from "./reports.js";
import { Seconds } from "./seconds.js";
import { leave, post } from "./transport.js";

const URL = "/watching/reports";
const REFUSED = [400, 401, 403, 409];
const BUSY = [429, 503];
const UNREADABLE = [413, 422];

export class Delivery {
  constructor({ player, outbox, clocks, pace }) {
    Object.assign(this, { player, outbox, clocks, pace });
    this.film = Number(player.facts.version);
  }

  #reports(batch) {
    const { length, state } = this.player;
    return reportsOf(batch, { film: this.film, held: new Seconds(length, state.held.ranges()) });
  }

  get #url() { return this.player.facts.reportsUrl ?? URL; } // The page of a copy names none.

  #body(reports) {
    const person = Number(this.player.facts.person);
    return { person, ahead: this.clocks.news, reports };
  }

  /** Send what waits, if nothing is on its way and the server did not ask for peace. */
  async send(options) {
    const batch = this.outbox.ready();
    if (this.isSending || this.pace.isBusy || !batch.length) return;
    this.isSending = true;
    try {
      const status = await this.#send(batch, options);
      // One of them is to blame: each by itself, so that it holds up no other.
      if (UNREADABLE.includes(status)) await this.#sendEach(batch, options);
    } catch {
      this.player.state.reached = false;
      this.pace.failed();
    } finally {
      this.isSending = false;
    }
  }

  async #send(batch, options) {
    const body = this.#body(this.#reports(batch));
    const heard = await post(this.#url, body, options);
    this.#heard(batch, body, heard);
    return heard.status;
  }

  async #sendEach(batch, options) {
    for (const one of batch.length > 1 ? batch : []) {
      if (this.pace.isBusy) return;
      await this.#send([one], options);
    }
  }

  /** Send what waits as the page goes, and end the session; it stays here until acknowledged. */
  leave(visit) {
    if (visit.session) this.outbox.close(visit.session);
    if (this.pace.isBusy) return;
    const reports = this.#reports(this.outbox.ready());
    if (visit.session && !reports.some((one) => one.closing)) reports.push(endOf(visit));
    if (reports.length) leave(this.#url, this.#body(reports));
  }

  #heard(batch, body, heard) {
    const { state } = this.player;
    const { status, said, retryAfter } = heard;
    state.status = status;
    state.reached = status === 200 || REFUSED.includes(status);
    if (UNREADABLE.includes(status) && batch.length === 1) this.outbox.blame(batch[0]);
    if (status === 200) this.#acknowledged(batch, body, heard);
    else if (BUSY.includes(status)) this.pace.shed(retryAfter, said.interval);
    else if (!state.reached) this.pace.failed();
  }

  #acknowledged(batch, body, { said, sentAt, gotAt }) {
    this.clocks.tell(body.ahead);
    this.clocks.measure(sentAt, gotAt, said.now);
    this.outbox.settle(batch, said.receipts);
    this.pace.told(said.interval ?? said.receipts[0]?.interval);
    const lost = said.receipts.some((one) => one.unknown && one.session === this.player.state.session);
    if (lost) this.player.state.session = null; // Another is opened, and the seconds claimed in that.
    const mine = said.receipts
      .map((receipt, place) => ({ receipt, records: [batch[place]?.[1]] }))
      .filter(({ receipt, records: [record] }) => record?.film === this.film && !receipt.unknown);
    if (mine.length) credited(this.player, "line", mine);
  }
}
