// The page of those who may only read.

import { Transcript } from "../watching/transcript.js";

/** The transcript of those who may only read: it follows, and each line leads to its place. */
export function read(page, video) {
  new Transcript(page.querySelector("[data-cues]"), video);
  page.addEventListener("click", (event) => {
    const link = event.target.closest("[data-from]");
    if (!link) return;
    event.preventDefault();
    video.currentTime = Number(link.dataset.from);
    video.play();
  });
}
