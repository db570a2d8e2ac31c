// Keep a page on this phone with everything it is built of; pages and the worker do it alike.

import { bringAllOf, whileItComes } from "./assets.js";
import { addressOf, find, put, remove } from "./kept.js";
import { isOurs } from "./ours.js";

/**
 * Fetch a page and keep it, once all it is built of is here. What comes instead of it (a page that
 * asks to sign in, one of errors, one of a proxy that answers for a dead server) is not kept.
 *
 * Throws if it did not come.
 */
export function keep(address, options) {
  return whileItComes(() => fetchPage(address, options));
}

async function fetchPage(address, { signal } = {}) {
  const answer = await fetch(address, { credentials: "same-origin", cache: "no-store", signal });
  if (answer.status !== 200 || answer.redirected || !isOurs(answer)) throw new Error(`${answer.status} ${address}`);
  await bringAllOf(await answer.clone().text());
  await put(address, answer);
}

/** Keep the page of a copy, so that it opens without a line. */
export const keepLease = (lease, options) => keep(addressOf(lease), options);

/** The kept page of a copy. */
export const findLease = (lease) => find(addressOf(lease));

/** Have the page of a copy here no more; what only it was built of goes with the next build. */
export const dropLease = (lease) => remove(addressOf(lease));
