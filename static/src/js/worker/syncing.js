// The browser has a line again, and nobody need have a page open: what waits is sent.

import { deliver } from "../offline/delivering.js";

const TASKS = { reports: sendReports };

/** Do what a page asked for when there would be a line. */
export async function synced(tag) {
  await TASKS[tag]?.();
}

async function sendReports() {
  const { rest } = await deliver();
  if (rest) throw new Error("Not everything was taken yet."); // The browser tries again, later and later.
}
