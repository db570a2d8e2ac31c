// The card “Tải về máy” of a lecture.

import { begin, endsSoon, forget, handOver, prolong } from "../offline/copies.js";
import { isDear } from "../offline/costs.js";
import { tidy } from "../offline/losses.js";
import { free } from "../offline/room.js";
import { hear } from "../offline/told.js";
import { size as sized } from "../uploading/figures.js";
import { Copy } from "./copy.js";
import { View } from "./view.js";

const ENDLESS = 10e9; // Bytes; a browser that names as much does not say what is left.
const OPUS = 'audio/mp4; codecs="opus"';

export const playsOpus = () => Boolean((window.ManagedMediaSource ?? window.MediaSource)?.isTypeSupported(OPUS));

export class LectureCard {
  constructor(root, person) {
    Object.assign(this, { root, person, facts: root.dataset, select: root.querySelector("[data-weight]") });
    this.opus = playsOpus();
    this.view = new View(root, document.querySelector("[data-copy-sign]"));
    this.copy = new Copy(this.view, { onGone: () => this.#offer() });
    if (this.opus) this.#lighten();
    this.select.addEventListener("change", () => this.#weigh());
    root.addEventListener("click", ({ target }) => this.#press(target.closest("[data-act]")?.dataset.act));
    hear((event) => this.copy.hear(event));
    addEventListener("pagehide", () => handOver());
  }

  /** Where this browser plays Opus, a way of listening weighs what that does. */
  #lighten() {
    for (const option of this.select.options) {
      const { opusSize, title } = option.dataset;
      if (!opusSize) continue;
      option.dataset.size = opusSize;
      option.textContent = `${title}, ${sized(Number(opusSize))}`;
    }
  }

  get chosen() { return Number(this.select.selectedOptions[0].dataset.size); }

  #weigh() { this.view.figure({ chosen: this.chosen }); }

  async look() {
    this.#weigh();
    const { leases, lost } = await tidy(this.person);
    const lease = leases.find((one) => one.lecture === this.facts.lecture && one.state !== "ended");
    this.lost = lost.find((one) => one.lecture === this.facts.lecture);
    this.root.hidden = false;
    if (lease) await this.#take(lease);
    else this.#offer();
    this.#room();
  }

  async #take(lease) {
    this.copy.take(lease);
    if (endsSoon(lease) && (await prolong(lease))) this.look();
  }

  #offer() {
    this.view.show({ ...this.lost, state: this.lost ? (this.lost.isOver ? "over" : "lost") : "none", problem: "" });
  }

  async #room() {
    const room = await free();
    if (room === null || room >= ENDLESS) return;
    this.view.figure({ room });
    this.root.querySelector("[data-room]").hidden = false;
  }

  async #press(act) {
    if (act === "begin" && isDear()) this.view.show({ state: "mobile" });
    else if (act === "begin" || act === "mobile") await this.#begin(act === "mobile");
    if (act === "later") this.#offer();
  }

  async #begin(mayBeDear) {
    this.view.show({ state: "asking", problem: "" });
    const { person, chosen: size, opus, select: { value: weight }, facts: { lecture, version } } = this;
    const { lease, error, said } = await begin({ person, name: document.body.dataset.name, lecture, version, weight, size, opus, mayBeDear });
    if (!lease) {
      this.#offer();
      this.view.show({ problem: error, words: said });
      return;
    }
    if (this.lost) await forget(this.person, this.lost.lease);
    this.lost = undefined;
    this.copy.take(lease);
  }
}
