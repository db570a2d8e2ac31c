// The list of receipts: what this phone still holds of each lecture, which only it can know.

import { file, handOver } from "./offline/exporting.js";
import { copiesWaiting } from "./offline/queue.js";
import { amount } from "./watching/receipt.js";
import { Seconds } from "./watching/seconds.js";
import { waiting } from "./watching/storage.js";

const summary = document.querySelector("[data-receipts]");
const rows = [...document.querySelectorAll("[data-film]")];
const { person } = summary.dataset;

/** What waits here, of streams and of copies: the seconds of each film. */
async function films() {
  const copies = await copiesWaiting(person).catch(() => []);
  const found = new Map();
  for (const { film, length, ranges } of [...waiting(person), ...copies]) {
    const seconds = found.get(film) ?? new Seconds(length);
    seconds.add(ranges);
    found.set(film, seconds);
  }
  return { found, isOfCopies: copies.length > 0 };
}

/** The seconds of a film that lie here and that the server does not hold. */
function unsent(film, here) {
  const row = rows.find(({ dataset }) => dataset.film === String(film));
  if (row) here.remove(JSON.parse(row.dataset.held));
  return { row, count: here.size };
}

async function show() {
  const { found, isOfCopies } = await films();
  for (const row of rows) row.hidden = true;
  let total = 0;
  for (const [film, seconds] of found) {
    const { row, count } = unsent(film, seconds);
    total += count;
    if (!row || !count) continue;
    row.querySelector("[data-unsent]").textContent = amount(count, seconds.length, Math.ceil);
    row.hidden = false;
  }
  summary.hidden = total === 0;
  summary.querySelector("[data-total]").textContent = amount(total, total, Math.ceil);
  summary.querySelector("[data-carry]").hidden = !isOfCopies;
}

/** Save what waits as a file that somebody with a line can bring. */
summary.querySelector("[data-carry]").addEventListener("click", async () => {
  const report = await file();
  if (report) await handOver(report);
  else show();
});

show();
addEventListener("storage", show);
if (globalThis.BroadcastChannel) {
  new BroadcastChannel("elearn").addEventListener("message", ({ data }) => { if (data.delivered) show(); });
}
