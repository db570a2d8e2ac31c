// Downloads on pages: the card of a lecture, and a module's lectures one after another.

const card = document.querySelector("[data-download]");
const list = document.querySelector("[data-downloads]");
const person = Number(document.body.dataset.person);

/** Whether this browser can keep anything to play from. */
const isAble = () => isSecureContext && "serviceWorker" in navigator && "indexedDB" in window && "locks" in navigator;

function cannot() {
  for (const part of document.querySelectorAll("[data-download-cannot]")) part.hidden = false;
}

async function begin() {
  if (!isAble()) return cannot();
  if (card) await new (await import("./downloads/lecture.js")).LectureCard(card, person).look();
  if (list) await new (await import("./downloads/module.js")).ModuleList(list, person).look();
  return undefined;
}

if (card || list) begin().catch(cannot);
