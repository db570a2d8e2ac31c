// What the leader must know: what waits on this machine and why, who is not counted, that nobody is marked.

import { hour } from "../site/hours.js";
import { amount } from "../watching/receipt.js";

export class News {
  constructor(page, leading) {
    Object.assign(this, { page, leading });
    leading.addEventListener("change", () => this.#show());
    leading.presence.addEventListener("change", () => this.#show());
    for (const name of ["online", "offline"]) addEventListener(name, () => this.#show());
    for (const name of ["play", "pause", "ended"]) leading.player.video.addEventListener(name, () => this.#show());
    page.querySelector('[data-do="send-shared"]').addEventListener("click", () => leading.send({ all: true }));
    this.#show();
  }

  #toggle(name, isShown) {
    const part = this.page.querySelector(`[data-news="${name}"]`);
    if (part.hidden === isShown) part.hidden = !isShown;
  }

  #say(name, text) {
    for (const part of this.page.querySelectorAll(`[data-fact="${name}"]`)) {
      if (part.textContent !== text) part.textContent = text;
    }
  }

  #show() {
    const { player, presence, stretches, sending: { state }, pace, isEnded } = this.leading;
    const seconds = stretches.unsent();
    const waits = seconds > 0;
    const isAway = !state.reached || navigator.onLine === false;
    this.#say("waits", amount(seconds, player.length, Math.ceil));
    if (pace.isBusy) this.#say("busy-until", hour(pace.until));
    if (typeof state.received === "string") this.#say("received", state.received);
    this.#toggle("received", typeof state.received === "string" && state.reached);
    this.#toggle("offline", waits && !isEnded && isAway && !pace.isBusy);
    this.#toggle("busy", waits && pace.isBusy);
    this.#toggle("signed-out", state.status === 401);
    this.#toggle("other", state.status === 403);
    this.#toggle("nobody", !player.video.paused && !presence.here.length && !isEnded);
    this.#toggle("finished", player.video.ended && !isEnded);
    this.#toggle("ending", isEnded && !isAway && !state.closed);
    this.#toggle("ending-offline", isEnded && isAway);
    this.#closed(state.closed);
    this.#refused(state.refused);
  }

  #closed(words) {
    this.#toggle("closed", Boolean(words));
    if (words !== "closed") this.#say("closed", words);
  }

  #refused(refused) {
    this.#toggle("refused", refused.length > 0);
    const list = this.page.querySelector("[data-refused]");
    if (list.children.length === refused.length) return;
    list.replaceChildren(...refused.map(({ person, reason }) => {
      const line = document.createElement("li");
      const name = this.page.querySelector(`[data-person-row="${person}"]`)?.dataset.name;
      line.textContent = name ? `${name}: ${reason}` : reason;
      return line;
    }));
  }
}
