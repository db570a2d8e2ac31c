// What was played from copies and waits on this phone: how much, sent by a press, or saved as a file.

import { deliver } from "../offline/delivering.js";
import { file, handOver } from "../offline/exporting.js";
import { queue } from "../offline/queue.js";
import { hear } from "../offline/told.js";
import { amount } from "../watching/receipt.js";
import { Seconds } from "../watching/seconds.js";

function secondsOf(records) {
  const films = new Map();
  for (const { person, film, length, ranges } of records) {
    const key = `${person} ${film}`;
    const seconds = films.get(key) ?? new Seconds(length);
    seconds.add(ranges);
    films.set(key, seconds);
  }
  return [...films.values()].reduce((sum, { size }) => sum + size, 0);
}

export class Unsent {
  constructor(person, part) {
    Object.assign(this, { person, part });
    document.querySelector('[data-do="send"]').addEventListener("click", () => this.#send());
    document.querySelector('[data-do="export"]').addEventListener("click", () => this.#export());
    hear(({ delivered }) => { if (delivered) this.#delivered(); });
  }

  async look() {
    await queue.bringOver();
    const records = await queue.all();
    const seconds = secondsOf(records);
    this.part("waits").hidden = this.part("waits").hidden && !seconds;
    this.part("left").hidden = !seconds;
    this.part("minutes").textContent = amount(seconds, seconds);
    this.part("others").hidden = records.every(({ person }) => person === this.person?.id);
  }

  #say(name) {
    this.part("sent").textContent = document.querySelector(`template[data-sentence="${name}"]`).content.textContent;
  }

  async #send() {
    const { status, rest } = await deliver({ isForced: true });
    this.#say(status === 0 ? "line" : rest ? "rest" : "sent");
    await this.look();
  }

  /** Another page, or this one as it was opened, has sent something. */
  async #delivered() {
    await this.look();
    if (this.part("left").hidden) this.#say("sent");
  }

  async #export() {
    const report = await file();
    if (report && (await handOver(report)) !== "none") this.#say("saved");
  }
}
