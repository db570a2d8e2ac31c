// The list of receipts: what this phone still holds of each lecture, which only it can know.

import { Seconds } from "./watching/seconds.js";
import { waiting } from "./watching/storage.js";

const SHORT = 600; // Seconds; below ten minutes a learner counts seconds too, as the page does.

const summary = document.querySelector("[data-receipts]");
const rows = [...document.querySelectorAll("[data-film]")];

function told(seconds, whole) {
  return whole < SHORT
    ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
    : String(Math.ceil(seconds / 60));
}

/** The seconds of a film that lie here and that the server does not hold. */
function unsent({ film, length, ranges }) {
  const here = new Seconds(length, ranges);
  const row = rows.find(({ dataset }) => dataset.film === String(film));
  if (row) here.remove(JSON.parse(row.dataset.held));
  return { row, count: here.size };
}

function show() {
  let total = 0;
  for (const entry of waiting(summary.dataset.person)) {
    const { row, count } = unsent(entry);
    total += count;
    if (!row || !count) continue;
    row.querySelector("[data-unsent]").textContent = told(count, entry.length);
    row.hidden = false;
  }
  summary.hidden = total === 0;
  summary.querySelector("[data-total]").textContent = told(total, total);
}

show();
addEventListener("storage", show);
