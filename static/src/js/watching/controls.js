// The player's buttons and its seek bar; without script the browser's own controls stay.

import { clock } from "./receipt.js";

const RATES = [1, 1.25, 1.5, 2];
const STEP = 5;

export class Controls {
  constructor(page, video, { length, start, choose }) {
    Object.assign(this, { page, video, length, start, choose });
    this.bar = page.querySelector("[data-seek]");
    this.buttons = Object.fromEntries([...page.querySelectorAll("[data-do]")].map((b) => [b.dataset.do, b]));
    this.time = page.querySelector("[data-time]");
    this.problem = page.querySelector('[data-part="problem"]');
  }

  ready() {
    this.video.controls = false;
    this.video.querySelectorAll("source").forEach((source) => source.remove());
    this.page.querySelectorAll("[data-controls]").forEach((part) => { part.hidden = false; });
    this.#on("play", () => (this.video.paused ? this.#go() : this.video.pause()));
    this.#on("back", () => this.#seek(this.video.currentTime - 10));
    this.#on("rate", () => this.#faster());
    this.#on("captions", () => this.#captions());
    this.#on("full", () => this.#full());
    this.bar.addEventListener("click", (event) => this.#seekTo(event));
    this.bar.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("click", (event) => {
      const link = event.target.closest("[data-from]");
      if (!link) return;
      event.preventDefault();
      this.#seek(Number(link.dataset.from));
    });
    for (const input of document.querySelectorAll("[name=weight]")) {
      input.addEventListener("change", () => this.choose(this.weight()));
    }
    for (const name of ["play", "pause", "playing", "ended", "timeupdate", "waiting"]) {
      this.video.addEventListener(name, () => this.#show());
    }
    this.video.addEventListener("click", () => this.buttons.play.click());
    this.#captionsAsBefore();
    this.#show();
  }

  #on(name, act) { this.buttons[name]?.addEventListener("click", act); }

  weight() {
    const input = document.querySelector("[name=weight]:checked");
    return { name: input.value, url: input.dataset.url, form: input.dataset.form };
  }

  get #started() { return this.video.readyState > 0 || this.video.currentTime > 0; }

  #go() {
    this.problem.hidden = true;
    return this.#started ? this.video.play() : this.start();
  }

  #seek(time) {
    const target = Math.max(0, Math.min(time, this.length - 0.5));
    if (!this.#started) return this.start(target);
    this.video.currentTime = target;
    return this.video.paused ? this.video.play() : undefined;
  }

  #seekTo(event) {
    const { left, width } = this.bar.getBoundingClientRect();
    this.#seek(((event.clientX - left) / width) * this.length);
  }

  #key(event) {
    const steps = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP };
    if (!(event.key in steps)) return;
    event.preventDefault();
    this.#seek(this.video.currentTime + steps[event.key]);
  }

  #faster() {
    const next = RATES[(RATES.indexOf(this.video.playbackRate) + 1) % RATES.length];
    this.video.playbackRate = next;
    const told = String(next).replace(".", ",");
    this.buttons.rate.textContent = `${told}×`;
    this.buttons.rate.setAttribute("aria-label", this.buttons.rate.dataset.label.replace("%", told));
  }

  /** The next of the languages; after the last one none. */
  #captions() {
    const tracks = [...this.video.textTracks];
    const now = tracks.findIndex((track) => track.mode === "showing");
    this.#speak(tracks[now + 1]);
    localStorage.setItem("captions", tracks[now + 1]?.language ?? "");
  }

  /** Show the captions that were chosen last, here or at another lecture. */
  #captionsAsBefore() {
    const language = localStorage.getItem("captions");
    if (language === null || !this.buttons.captions) return;
    const chosen = [...this.video.textTracks].find((track) => track.language === language);
    if (chosen || language === "") this.#speak(chosen);
  }

  #speak(chosen) {
    for (const track of this.video.textTracks) track.mode = track === chosen ? "showing" : "hidden";
    const button = this.buttons.captions;
    button.setAttribute("aria-pressed", String(Boolean(chosen)));
    button.setAttribute("aria-label", [button.dataset.label, chosen?.label].filter(Boolean).join(": "));
    button.title = chosen?.label ?? button.dataset.label;
  }

  #full() {
    const screen = this.page.querySelector(".player");
    if (document.fullscreenElement) document.exitFullscreen();
    else if (screen.requestFullscreen) screen.requestFullscreen();
    else this.video.webkitEnterFullscreen?.();
  }

  #show() {
    const { paused, currentTime } = this.video;
    const at = this.#started ? currentTime : Number(this.page.dataset.position);
    this.buttons.play.dataset.state = paused ? "paused" : "playing";
    this.buttons.play.setAttribute("aria-label", this.buttons.play.dataset[paused ? "play" : "pause"]);
    this.time.textContent = `${clock(at)} / ${clock(this.length)}`;
    this.bar.setAttribute("aria-valuenow", Math.floor(at));
    this.bar.setAttribute("aria-valuetext", `${clock(at)} / ${clock(this.length)}`);
  }

  busy() { this.problem.hidden = true; }
  idle() { this.#show(); }

  /** Say that the picture stopped coming, and let the person try again from the same second. */
  failed(again) {
    this.problem.hidden = false;
    this.video.pause();
    this.page.querySelector('[data-do="again"]').onclick = () => { this.problem.hidden = true; again(); this.video.play(); };
  }
}
