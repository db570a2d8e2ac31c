// What pages ask the worker to do.

import { fetchCopy } from "../offline/fetching.js";
import { keep } from "./keeping.js";

const PLAYING = "elearn.playing"; // The lock that every page holds while it plays.

const TASKS = {
  fetch: ({ lease }) => fetchCopy(lease),
  shell: (_, shell) => keep(shell.page),
  claim: () => self.clients.claim(),
  takeOver,
};

/** Do what a page asks: {do: "fetch", lease}, {do: "shell"}, {do: "claim"}, {do: "takeOver"}. */
export async function heard(message, shell) {
  await TASKS[message?.do]?.(message, shell);
}

/** A new worker begins its work, unless a page is playing: then the next page that is opened asks. */
async function takeOver() {
  await navigator.locks.request(PLAYING, { ifAvailable: true }, (lock) => lock && self.skipWaiting());
}
