// A whole module on its way: its lectures one after another; those that are here are left alone.

import { allow, begin, handOver, pause, proceed, resume } from "../offline/copies.js";
import { isDear } from "../offline/costs.js";
import { tidy } from "../offline/losses.js";
import { shortOf } from "../offline/room.js";
import { hear } from "../offline/told.js";
import { read, storageOf, write } from "../watching/storage.js";
import { shownOf } from "./copy.js";
import { playsOpus } from "./lecture.js";
import { View } from "./view.js";

const PLAN = "elearn.module."; // What was being fetched when the page was closed: {weight, mayBeDear}.
const AGAIN = 15000; // Milliseconds until a server that was away is asked again.

class Row {
  constructor(root) {
    Object.assign(this, { root, view: new View(root), lecture: root.dataset.lecture, lease: null });
    this.offers = JSON.parse(root.dataset.offers);
  }

  get isReady() { return this.lease?.state === "ready"; }
  get done() { return this.lease?.done ?? 0; }

  offer(choice, opus) {
    const [weight, size, light] = this.offers[choice];
    Object.assign(this, { weight, bytes: opus ? light : size });
    if (!this.lease) this.view.show({ state: "none", problem: "" });
    this.view.figure({ chosen: this.bytes });
  }

  take(lease) {
    this.lease = lease;
    if (lease) this.view.show(shownOf(lease));
    else this.view.show({ state: "none", problem: "" });
  }

  get size() { return this.lease?.size || this.bytes; }
}

export class ModuleList {
  constructor(root, person) {
    Object.assign(this, { root, person, opus: playsOpus(), select: root.querySelector("[data-weight]"), isWanted: false, mayBeDear: false });
    this.view = new View(root);
    this.plan = `${PLAN}${person}.${location.pathname}`;
    this.rows = [...document.querySelectorAll("[data-row]")].map((row) => new Row(row)).filter(({ offers }) => offers[this.select.value]);
    this.select.addEventListener("change", () => this.#offer());
    root.addEventListener("click", ({ target }) => this.#press(target.closest("[data-act]")?.dataset.act));
    hear((event) => this.#hear(event));
    addEventListener("pagehide", () => handOver());
  }

  get missing() { return this.rows.filter((row) => !row.isReady); }

  async look() {
    const { leases } = await tidy(this.person);
    for (const row of this.rows) row.lease = leases.find((one) => one.lecture === row.lecture && one.state !== "ended") ?? null;
    const planned = read(storageOf(), this.plan);
    if (planned?.weight) this.select.value = planned.weight;
    this.root.hidden = false;
    this.#offer();
    if (!planned) return;
    this.mayBeDear = planned.mayBeDear;
    this.#run();
  }

  #offer() {
    for (const row of this.rows) {
      row.offer(this.select.value, this.opus);
      if (row.lease) row.take(row.lease);
    }
    const bytes = this.missing.reduce((sum, row) => sum + row.size - row.done, 0);
    this.view.show({ state: this.missing.length ? "none" : "ready", problem: "" });
    this.view.figure({ count: this.missing.length, chosen: bytes });
  }

  async #press(act) {
    if (act === "resume") this.view.again();
    if (["begin", "mobile"].includes(act)) this.mayBeDear = act === "mobile";
    if (act === "begin" && isDear()) this.view.show({ state: "mobile" });
    else if (["begin", "mobile", "resume"].includes(act)) this.#run();
    if (act === "allow") await this.#allow();
    if (act === "later") this.#offer();
    if (act === "pause") await this.#pause();
  }

  #hear({ lease: token, ...event }) {
    const row = this.rows.find(({ lease }) => lease && lease.lease === token);
    if (!row || event.do) return;
    row.take(event.state === "ended" ? null : { ...row.lease, ...event });
    if (this.isWanted && row === this.now) this.#figures(event.error); // Another may wait for what does not hold up this one.
  }

  /** How much of what is fetched is here, and of how much. */
  get reached() {
    const [done, size] = ["done", "size"].map((name) => this.wanted.reduce((sum, row) => sum + row[name], 0));
    return { done, size };
  }

  #figures(problem = "") {
    const place = this.wanted.indexOf(this.now) + 1;
    this.view.show({ state: "fetching", problem, ...this.reached, place, count: this.wanted.length });
  }

  /** Fetch what is missing, one lecture after another, until all is here or something stands in the way. */
  async #run() {
    if (this.isWanted) return;
    this.isWanted = true;
    this.wanted = this.missing;
    this.#plan();
    let problem = "";
    for (const row of this.wanted) {
      if (this.isWanted && !problem) problem = await this.#fetch(row);
    }
    if (problem) this.#stop(problem);
    else if (this.isWanted) this.#finish();
  }

  #plan() { write(storageOf(), this.plan, { weight: this.select.value, mayBeDear: this.mayBeDear }); }

  /** She knows now what the rest costs her: this lecture goes on, and those after it do not ask. */
  async #allow() {
    this.mayBeDear = true;
    this.#plan();
    if (this.now.lease) this.now.take(await allow(this.now.lease.lease));
    this.#figures();
  }

  async #fetch(row) {
    this.now = row;
    this.#figures();
    if (row.lease?.state === "paused") row.take(await resume(row.lease.lease)); // None where another tab deleted it.
    if (row.lease && this.mayBeDear) row.take(await allow(row.lease.lease));
    while (this.isWanted && !row.lease) {
      const { lease, error, said } = await this.#begin(row);
      if (lease) row.take(lease);
      else if (error !== "line" && error !== "busy") return this.#say(error, said);
      else await this.#wait(error);
    }
    if (!this.isWanted) return "";
    const event = await proceed(row.lease.lease);
    row.take(event.state === "ended" ? null : { ...row.lease, ...event });
    return event.state === "ready" || !this.isWanted ? "" : this.#say(event.error ?? "wrong");
  }

  #begin({ lecture, weight, bytes: size }) {
    const { person, opus, mayBeDear } = this;
    return begin({ person, name: document.body.dataset.name, lecture, weight, size, opus, mayBeDear });
  }

  #say(problem, words) {
    this.view.figure({ words });
    return problem;
  }

  async #wait(error) {
    this.#figures(error);
    await new Promise((done) => {
      setTimeout(done, AGAIN);
      addEventListener("online", done, { once: true });
    });
    this.#figures();
  }

  async #pause() {
    const { lease } = this.now;
    this.#stop("");
    if (lease) await pause(lease.lease);
  }

  #stop(problem) {
    this.isWanted = false;
    if (problem !== "signed") storageOf()?.removeItem(this.plan); // Who signs in again finds it going on.
    this.view.show({ state: "paused", problem, ...this.reached });
    if (problem === "room") this.#measure();
  }

  async #measure() {
    const { done, size } = this.reached;
    this.view.figure({ lacks: await shortOf(size - done) });
  }

  #finish() {
    this.isWanted = false;
    storageOf()?.removeItem(this.plan);
    this.#offer();
  }
}
