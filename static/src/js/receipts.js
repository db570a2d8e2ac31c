// The list of receipts: what this phone still holds of each lecture, which only it can know.

import { amount } from "./watching/receipt.js";
import { Seconds } from "./watching/seconds.js";
import { waiting } from "./watching/storage.js";

const summary = document.querySelector("[data-receipts]");
const rows = [...document.querySelectorAll("[data-film]")];

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
    row.querySelector("[data-unsent]").textContent = amount(count, entry.length, Math.ceil);
    row.hidden = false;
  }
  summary.hidden = total === 0;
  summary.querySelector("[data-total]").textContent = amount(total, total, Math.ceil);
}

show();
addEventListener("storage", show);
