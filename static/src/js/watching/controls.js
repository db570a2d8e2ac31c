// The player's buttons and its seek bar; without script the browser's own controls stay.

import { clock } from "./receipt.js";

const RATES = [1, 1.25, 1.5, 2];
const STEP = 5;

export class Controls {
  constructor(player) {
    const { page, video, length } = player;
    Object.assign(this, { player, page, video, length });
    this.bar = page.querySelector("[data-seek]");
    this.buttons = Object.fromEntries([...page.querySelectorAll("[data-do]")].map((b) => [b.dataset.do, b]));
    this.time = page.querySelector("[data-time]");
    this.problem = page.querySelector('[data-part="problem"]');
    this.#ready();
  }

  #ready() {
    this.video.controls = false;
    this.video.querySelectorAll("source").forEach((source) => source.remove());
    this.page.querySelectorAll("[data-controls]").forEach((part) => { part.hidden = false; });
    this.#on("play", () => (this.video.paused ? this.#go() : this.player.pause()));
    this.#on("back", () => this.player.seek(this.player.position - 10));
    this.#on("rate", () => this.#faster());
    this.#on("captions", () => this.#captions());
    this.#on("full", () => this.#full());
    this.bar.addEventListener("click", (event) => this.#seekTo(event));
    this.bar.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("click", (event) => {
      const link = event.target.closest("[data-from]");
      if (!link) return;
      event.preventDefault();
      this.player.seek(Number(link.dataset.from));
    });
    for (const input of document.querySelectorAll("[name=weight]")) {
      input.addEventListener("change", () => this.player.choose());
    }
    for (const name of ["play", "pause", "playing", "ended", "timeupdate", "waiting"]) {
      this.video.addEventListener(name, () => this.#show());
    }
    this.video.addEventListener("click", () => this.buttons.play.click());
    this.player.on("busy", () => { this.problem.hidden = true; });
    this.player.on("idle", () => this.#show());
    this.player.on("failed", (again) => this.#failed(again));
    this.#captionsAsBefore();
    this.#show();
  }

  #on(name, act) { this.buttons[name]?.addEventListener("click", act); }

  #go() {
    this.problem.hidden = true;
    return this.player.play();
  }

  #seekTo(event) {
    const { left, width } = this.bar.getBoundingClientRect();
    this.player.seek(((event.clientX - left) / width) * this.length);
  }

  #key(event) {
    const steps = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP };
    if (!(event.key in steps)) return;
    event.preventDefault();
    this.player.seek(this.player.position + steps[event.key]);
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
    const { paused } = this.video;
    const at = this.player.position;
    this.buttons.play.dataset.state = paused ? "paused" : "playing";
    this.buttons.play.setAttribute("aria-label", this.buttons.play.dataset[paused ? "play" : "pause"]);
    this.time.textContent = `${clock(at)} / ${clock(this.length)}`;
    this.bar.setAttribute("aria-valuenow", Math.floor(at));
    this.bar.setAttribute("aria-valuetext", `${clock(at)} / ${clock(this.length)}`);
  }

  /** Say that the picture stopped coming, and let the person try again from the same second. */
  #failed(again) {
    this.problem.hidden = false;
    this.video.pause();
    this.page.querySelector('[data-do="again"]').onclick = () => { this.problem.hidden = true; again(); this.video.play(); };
  }
}
