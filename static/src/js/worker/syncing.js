// The browser has a line again, and nobody need have a page open: what waits is sent, and what was
// begun to be fetched is gone on with.

import { goOn } from "../offline/copies.js";
import { deliver } from "../offline/delivering.js";

const TASKS = { reports: sendReports, downloads: goOnFetching };

/** Do what a page asked for when there would be a line. What fails, the browser tries again, later and later. */
export async function synced(tag) {
  await TASKS[tag]?.();
}

async function sendReports() {
  const { rest } = await deliver();
  if (rest) throw new Error("not everything was taken yet");
}

async function goOnFetching() {
  const events = await goOn();
  if (events.some((event) => event?.state === "fetching")) throw new Error("not everything is here yet");
}
