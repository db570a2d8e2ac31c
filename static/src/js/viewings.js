// Pages about shared viewings: what an earlier one left in this browser goes out first.

import { left } from "./viewing/kept.js";
import { deliverLeft } from "./viewing/left.js";
import { UNDO } from "./viewing/presence.js";

const box = document.querySelector("[data-left]");
const { person, address } = box.dataset;
const show = (name, isShown) => { box.querySelector(`[data-news="${name}"]`).hidden = !isShown; };

async function deliver() {
  const told = await deliverLeft(person, address);
  show("waits", left(person).length > 0);
  show("told", told.length > 0);
}

/** Send what is left now, and what may still be taken back once it may not. */
async function deliverAll() {
  await deliver();
  if (left(person).length) setTimeout(deliver, UNDO);
}

deliverAll(); // A browser that was killed may have forgotten that anything waits.
addEventListener("online", deliver);
box.querySelector('[data-do="reload"]').addEventListener("click", () => location.reload());
