// Captions, drawn by us over film and slides alike: which language, how large, which contrast.

import { recall, remember } from "./remembered.js";

const LANGUAGE = "captions";

export class Said {
  constructor(player) {
    const { page, video } = player;
    this.button = page.querySelector('[data-do="captions"]');
    if (!this.button) return;
    Object.assign(this, { page, video, box: page.querySelector("[data-said]") });
    this.tracks = [...video.textTracks];
    this.inputs = [...page.querySelectorAll("[name=captions]")];
    for (const track of this.tracks) track.addEventListener("cuechange", () => this.#draw());
    this.button.addEventListener("click", () => this.toggle());
    for (const input of this.inputs) input.addEventListener("change", () => this.#choose(input.value));
    this.#styles();
    this.#alone();
    const before = recall(LANGUAGE, this.tracks[0].language);
    this.#speak(this.#track(before));
  }

  #track(language) { return this.tracks.find((track) => track.language === language); }

  /** Off, and on again in the language that was read last. */
  toggle() {
    if (!this.button) return;
    this.#choose(this.spoken ? "" : (this.last ?? this.tracks[0]).language);
  }

  #choose(language) {
    remember(LANGUAGE, language);
    this.#speak(this.#track(language));
  }

  #speak(chosen) {
    this.spoken = chosen;
    this.last = chosen ?? this.last;
    for (const track of this.tracks) track.mode = track === chosen ? "hidden" : "disabled";
    for (const input of this.inputs) input.checked = input.value === (chosen?.language ?? "");
    this.button.setAttribute("aria-pressed", String(Boolean(chosen)));
    this.button.title = chosen?.label ?? this.button.dataset.label;
    this.#draw();
  }

  #draw() {
    const lines = [...(this.spoken?.activeCues ?? [])].map((cue) => joined(cue.getCueAsHTML().textContent));
    this.box.replaceChildren(...lines.filter(Boolean).map((text) => {
      const line = document.createElement("span");
      line.textContent = text;
      line.lang = this.spoken.language;
      return line;
    }));
  }

  /** Size and contrast: radios whose names are those of the box's data. */
  #styles() {
    for (const name of ["size", "contrast"]) {
      const inputs = [...this.page.querySelectorAll(`[name=captions-${name}]`)];
      const before = recall(`elearn.captions.${name}`);
      const chosen = inputs.find((input) => input.value === before) ?? inputs.find((input) => input.checked);
      const use = (input) => { input.checked = true; this.box.dataset[name] = input.value; };
      use(chosen);
      for (const input of inputs) {
        input.addEventListener("change", () => { use(input); remember(`elearn.captions.${name}`, input.value); });
      }
    }
  }

  /** An iPhone shows the bare film in full screen, where only its own captions are seen. */
  #alone() {
    const show = (mode) => () => { if (this.spoken) this.spoken.mode = mode; };
    this.video.addEventListener("webkitbeginfullscreen", show("showing"));
    this.video.addEventListener("webkitendfullscreen", show("hidden"));
  }
}

/** Lines were cut for one size of letters; ours break by themselves. Two speakers keep theirs. */
function joined(text) {
  return text.trim().replace(/\s*\n\s*(?![-–\s])/g, " ");
}
