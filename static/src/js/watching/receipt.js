// The receipt in the hand: what the server holds, when it received it, and what is still here.

import { hour } from "../site/hours.js";

export function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const SHORT = 600; // Below ten minutes a learner counts seconds too.
const WORTH_SAYING = 10; // Seconds over the budget; fewer are the line's, and made good by themselves.

/** So much of a lecture in minutes: 23 of 35, but 0:08 where the whole is short. */
export function amount(seconds, whole, round = Math.floor) {
  return whole < SHORT ? clock(seconds) : String(round(seconds / 60));
}

export class ReceiptView {
  constructor(player) {
    this.player = player;
    this.root = player.page;
    player.on("change", () => this.#show());
    player.on("waits", (waits) => this.#toggle("waits", waits));
    for (const name of ["online", "offline"]) addEventListener(name, () => this.#show());
  }

  #say(name, text) {
    for (const part of this.root.querySelectorAll(`[data-part="${name}"]`)) {
      if (part.textContent !== text) part.textContent = text;
    }
  }

  #toggle(name, isShown) {
    for (const part of this.root.querySelectorAll(`[data-part="${name}"]`)) {
      if (part.hidden === isShown) part.hidden = !isShown;
    }
  }

  #show() {
    const { state: { held, lacking, received }, length } = this.player;
    this.#say("held", amount(held.size, length));
    if (received) this.#say("received", received);
    if (received) this.#toggle("at", true);
    this.#say("lacking", amount(lacking, length, Math.ceil));
    this.#toggle("seen", lacking === 0);
    this.#toggle("not-seen", lacking > 0);
    this.#rest();
  }

  /** What is not at the server, and why. */
  #rest() {
    const { state: { unsent, refused, reached, status, busyUntil, isKept, isOver }, length } = this.player;
    const waits = unsent.size > 0;
    const isOther = status === 403 || status === 400; // Another person signed in here.
    this.#say("unsent", amount(unsent.size, length, Math.ceil));
    this.#say("refused-amount", amount(refused, length, Math.ceil));
    if (busyUntil) this.#say("busy-until", hour(busyUntil));
    this.#toggle("signed-out", waits && status === 401);
    this.#toggle("other", waits && isOther);
    this.#toggle("busy", waits && busyUntil > 0);
    // While the line is good the last few seconds are always on their way: no news.
    const isAway = (!reached || globalThis.navigator.onLine === false) && !busyUntil;
    this.#toggle("phone", waits && isAway);
    this.#toggle("away", !waits && isAway && isKept && !isOver);
    this.#toggle("over", isOver);
    this.#toggle("unkept", waits && !isKept);
    this.#toggle("refused", refused >= WORTH_SAYING);
  }
}
