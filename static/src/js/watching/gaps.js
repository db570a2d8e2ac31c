// What she has not watched yet, as buttons that play from there.

import { missingOf } from "./missing.js";
import { clock } from "./receipt.js";

const SHORTEST = 5; // Seconds; a shorter gap is not worth looking for.
const MOST = 4;

export class Gaps {
  constructor(player) {
    player.on("held", () => show(player));
    player.on("change", () => {
      const { size } = player.state.unsent; // What waits on this phone is not missing; a list that is in use stays.
      if (player.video.paused && size !== this.size) show(player);
      if (player.video.paused) this.size = size;
    });
  }
}

function show({ page, state }) {
  const row = page.querySelector("[data-gaps]");
  const pattern = page.querySelector("template[data-gap]").content;
  const missing = missingOf(state).filter(([start, end]) => end - start >= SHORTEST);
  row.replaceChildren(...missing.slice(0, MOST).map(([start, end]) => button(pattern, start, end)));
  page.querySelector('[data-part="whole"]').hidden = missing.length > 0;
}

function button(pattern, start, end) {
  const copy = document.importNode(pattern, true);
  const link = copy.querySelector("[data-from]");
  link.dataset.from = start;
  link.href = `#t=${start}`;
  copy.querySelector("[data-start]").textContent = clock(start);
  copy.querySelector("[data-end]").textContent = clock(end);
  return copy;
}
