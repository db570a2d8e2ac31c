// The player as its parts know it: the film, what is known of it, what can be done with it.
//
// It tells: "change" (redraw: the map, what is unsent, or the position), "held" (the server told a
// new map), "seen" (from now on the lecture counts), "form" (another form is in use), "failed" (the
// film stopped coming; the detail tries again), "start" (the first play is pressed), "move" (the
// position is about to jump), "waits" (true: the film has stood still for want of a line; false: it
// goes on), "busy" and "idle" (pressed, and nothing to see yet), "played" (whole seconds went by: the
// detail says which, from when to when).

import { Seconds } from "./seconds.js";
import { attach, fetchAhead } from "./source.js";

const WORTH_SAYING = 4000; // Milliseconds of waiting; less is a hiccup.
const NEAR_THE_END = 0.5; // Seconds: who is sent to the very end would only hear that it is over.

export class Player extends EventTarget {
  constructor(page) {
    super();
    this.page = page;
    this.video = page.querySelector("video");
    this.facts = page.dataset;
    this.length = Number(this.facts.length);
    this.state = {
      held: new Seconds(this.length, JSON.parse(this.facts.held)),
      unsent: new Seconds(this.length),
      refused: 0, // Seconds played that the server does not count yet: more than the clock allows.
      lacking: Number(this.facts.lacking),
      session: null,
      form: this.weight.form,
      waits: false,
      reached: true,
      status: 200,
      lease: null, // That of the copy which plays, if one does.
      isOver: false, // Whether the days of the copy are over.
      isKept: true, // Whether what was played lies where it outlives the page.
      busyUntil: 0, // Until when, by the device's clock, a busy server asked to be left alone.
      received: null,
    };
    this.video.addEventListener("timeupdate", () => this.tell("change"));
    this.#watchTheLine();
    fetchAhead(this);
  }

  tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }
  on(name, act) { this.addEventListener(name, ({ detail }) => act(detail)); }

  /** The way to watch that is chosen: its name, its form, where it plays from, whether from a copy. */
  get weight() {
    const input = document.querySelector("[name=weight]:checked");
    return { name: input.value, url: input.dataset.url, form: input.dataset.form, lease: input.dataset.lease };
  }

  get isStarted() { return this.video.readyState > 0 || this.video.currentTime > 0; }

  /** Where she is, or before the first play where she will go on from. */
  get position() { return this.isStarted ? this.video.currentTime : Number(this.facts.position); }

  play() { return this.isStarted ? this.#go() : this.start(); }
  pause() { this.video.pause(); }

  seek(second) {
    const target = Math.max(0, Math.min(second, this.length - NEAR_THE_END));
    if (!this.isStarted) return this.start(target);
    this.tell("move");
    this.video.currentTime = target;
    return this.video.paused ? this.#go() : undefined;
  }

  async start(from) {
    this.tell("busy");
    await this.prepared; // Known by then: whether there is a copy on this phone.
    if (this.state.isOver) return this.tell("idle");
    const second = from ?? Number(this.facts.position);
    this.#use(this.weight);
    this.tell("start");
    if (!this.detach) await this.#load(second);
    else this.video.currentTime = second;
    return this.#go();
  }

  /** Go on in the weight that is chosen now, from the same second. */
  async choose() {
    document.cookie = `weight=${this.weight.name};path=/;max-age=31536000;samesite=lax`;
    return this.#goOnIn(this.video.currentTime);
  }

  /** Go on in a way that was not her choice; the second that is cut in two is played again. */
  async change(input) {
    input.checked = true;
    return this.#goOnIn(Math.floor(this.video.currentTime));
  }

  async #goOnIn(from) {
    if (!this.detach) return this.#use(this.weight);
    this.tell("move");
    const { paused } = this.video;
    await this.#load(from);
    if (!paused) await this.#go();
    return undefined;
  }

  async #load(from) {
    const { url, form } = this.weight;
    this.detach?.();
    this.#use(this.weight);
    const failed = (again) => { if (!this.spare?.()) this.tell("failed", again); };
    this.detach = await attach(this.video, { url, form, from }, failed);
    if (url !== this.weight.url) await this.#load(from); // Another was chosen before this one could be attached.
  }

  #use({ form, lease }) {
    Object.assign(this.state, { form, lease: lease ? this.lease : null });
    this.tell("form", form);
  }

  /** Say that the line is waited for, so that nobody thinks the phone is broken. */
  #watchTheLine() {
    const say = (waits) => {
      if (waits !== this.state.waits) this.tell("waits", this.state.waits = waits);
    };
    const end = () => { clearTimeout(this.patience); say(false); };
    const wait = () => {
      clearTimeout(this.patience);
      this.patience = setTimeout(() => say(true), WORTH_SAYING);
    };
    for (const name of ["waiting", "play"]) this.video.addEventListener(name, wait);
    for (const name of ["playing", "pause", "ended"]) this.video.addEventListener(name, end);
    this.video.addEventListener("timeupdate", () => { if (this.video.readyState > 2) end(); });
  }

  #go() { return this.video.play().catch(() => this.tell("idle")); }
}
