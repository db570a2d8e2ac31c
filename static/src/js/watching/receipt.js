// The receipt in the hand: what the server holds, when it received it, and what is still here.

export function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const SHORT = 600; // Below ten minutes a learner counts seconds too.

/** So much of a lecture in minutes: 23 of 35, but 0:08 where the whole is short. */
export function amount(seconds, whole, round = Math.floor) {
  return whole < SHORT ? clock(seconds) : String(round(seconds / 60));
}

export class ReceiptView {
  constructor(player) {
    this.player = player;
    this.root = player.page;
    player.on("change", () => this.#show());
  }

  #part(name) { return this.root?.querySelector(`[data-part="${name}"]`); }
  #say(name, text) {
    const part = this.#part(name);
    if (part && part.textContent !== text) part.textContent = text;
  }

  #show() {
    const { length, state } = this.player;
    const { lacking, received, reached, status } = state;
    const [held, unsent] = [state.held.size, state.unsent.size];
    this.#say("held", amount(held, length));
    if (received) {
      this.#say("received", received);
      this.#toggle("at", true);
    }
    this.#say("lacking", amount(lacking, length, Math.ceil));
    this.#toggle("seen", lacking === 0);
    this.#toggle("not-seen", lacking > 0);
    this.#say("unsent", amount(unsent, length, Math.ceil));
    // While the line is good the last few seconds are always on their way: no news.
    const isSomebodyElse = status === 401 || status === 400; // 400: another person signed in here.
    this.#toggle("phone", unsent > 0 && !reached && !isSomebodyElse);
    this.#toggle("signed-out", isSomebodyElse);
  }

  #toggle(name, isShown) {
    for (const part of this.root?.querySelectorAll(`[data-part="${name}"]`) ?? []) part.hidden = !isShown;
  }
}
