// Downloads on pages: the card of a lecture, and a module's lectures one after another.

import { open } from "./downloads/opening.js";

const parts = [
  { root: document.querySelector("[data-download]"), load: async () => (await import("./downloads/lecture.js")).LectureCard },
  { root: document.querySelector("[data-downloads]"), load: async () => (await import("./downloads/module.js")).ModuleList },
];

/** Whether this browser can keep anything to play from. */
const isAble = () => isSecureContext && "serviceWorker" in navigator && "indexedDB" in window && "locks" in navigator;

function say(problem) {
  for (const part of document.querySelectorAll("[data-download-problem]")) part.hidden = part.dataset.downloadProblem !== problem;
}

if (parts.some(({ root }) => root)) open(parts, { isAble, person: Number(document.body.dataset.person), say });
