// One copy in the page's hands: what it shows of it, and what its buttons do.

import { allow, pause, proceed, remove, resume, tellTheServer } from "../offline/copies.js";
import { shortOf } from "../offline/room.js";

/** How the page calls what the engine tells. */
export const shownOf = ({ state, error = "", ...rest }) => ({ ...rest, state: state === "ended" ? "none" : state, problem: error ?? "" });

export class Copy {
  /** `view` shows it; `onGone` hears that it was deleted here. */
  constructor(view, { onGone = () => {} } = {}) {
    Object.assign(this, { view, onGone, lease: null });
    view.root.addEventListener("click", ({ target }) => this.press(target.closest("[data-act]")?.dataset.act));
  }

  /** Take up a lease as the database has it, and go on with it where it was. */
  take(lease) {
    this.lease = lease;
    this.#show({ ...lease, error: lease.state === "fetching" ? "" : lease.error });
    if (lease.state === "fetching") proceed(lease.lease);
  }

  /** Something became of it, here or elsewhere. */
  hear({ lease: token, ...event }) {
    if (!this.lease || token !== this.lease.lease || event.do || this.view.state === "removing") return;
    this.lease = { ...this.lease, ...event };
    if (event.state !== "ended") this.#show(this.lease);
    else if (event.state !== undefined) this.#gone();
  }

  async press(act) {
    if (act === "pause") this.#turned(await pause(this.lease.lease));
    if (act === "resume") await this.#resume();
    if (act === "allow") this.#turned(await allow(this.lease.lease));
    if (act === "remove") this.view.show({ state: "removing" });
    if (act === "keep") this.#show(this.lease);
    if (act === "sure") await this.#remove();
  }

  #show(lease) {
    this.view.show(shownOf(lease));
    if (lease.error === "room") this.#measure(lease);
  }

  async #measure({ size, done }) {
    this.view.figure({ lacks: await shortOf(size - done) });
  }

  async #resume() {
    this.view.again();
    this.#turned(await resume(this.lease.lease));
  }

  /** Show what became of it by a press; another tab may have deleted it meanwhile. */
  #turned(lease) {
    if (lease) this.take({ ...this.lease, ...lease });
    else this.#gone();
  }

  async #remove() {
    await remove(this.lease.lease);
    this.#gone();
    tellTheServer();
  }

  #gone() {
    if (!this.lease) return;
    this.lease = null;
    this.onGone();
  }
}
