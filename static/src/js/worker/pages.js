// Pages that are opened: from the network; without it, from what is kept on this phone.

import { leasesOf } from "../offline/leases.js";
import { here } from "../offline/people.js";
import { findLease } from "./keeping.js";
import { find } from "./kept.js";
import { isNobody } from "./ours.js";

const PATIENCE = 4000; // Milliseconds of silence until a copy that is here is shown instead.
const OF_A_COPY = /^\/(lectures|leases)\/([^/]+)$/;

/** Answer the opening of a page. */
export function openPage(event, shell) {
  const { pathname } = new URL(event.request.url);
  return answered({
    network: () => fromNetwork(event),
    copy: () => copyFor(pathname).catch(() => null),
    page: () => find(shell.page).catch(() => null),
    silence: () => new Promise((done) => { setTimeout(done, PATIENCE); }),
  });
}

async function fromNetwork({ request, preloadResponse }) {
  return (await preloadResponse) ?? fetch(request);
}

/**
 * The first that is there: what the network says, or after a silence the copy. Where the network
 * fails, the copy, else the page without a line; where somebody else answers for us, the copy, else
 * what he says.
 */
export async function answered({ network, copy, page, silence }) {
  const heard = network().then(
    async (answer) => (isNobody(answer) && (await copy())) || answer,
    async (problem) => (await copy()) ?? (await page()) ?? Promise.reject(problem),
  );
  heard.catch(() => {}); // The copy may have been shown by then.
  const waited = silence().then(async () => (await copy()) ?? heard);
  return Promise.race([heard, waited]);
}

/** The kept page of a copy that the person signed in here has of this lecture, or under this lease. */
async function copyFor(pathname) {
  const [, kind, name] = decodeURI(pathname).match(OF_A_COPY) ?? [];
  const person = kind && (await here());
  if (!person) return null;
  const isIt = kind === "leases" ? ({ lease }) => lease === name : ({ lecture }) => lecture === name;
  const ready = (await leasesOf(person.id)).filter((one) => one.state === "ready" && isIt(one));
  const [newest] = ready.sort((one, other) => other.issued - one.issued);
  return newest && findLease(newest.lease);
}
