// What earlier viewings left in this browser goes out from any page that the leader opens later.

import { Clocks } from "../watching/clocks.js";
import { Outbox } from "../watching/outbox.js";
import { Pace } from "../watching/pace.js";
import { Kept, left, tidy } from "./kept.js";
import { Mirror, mirrored } from "./mirror.js";
import { Sending } from "./sending.js";
import { Stretches } from "./stretches.js";

const LONGEST = 86400; // Seconds: longer than any film.

/** Send what is left of one viewing and can no more be taken back; returns whether that is told. */
async function deliver(person, token, url) {
  const kept = new Kept({ person, token });
  const mirror = new Mirror(kept, { person, token });
  await mirror.takeUp();
  const isTold = kept.waits && await tell(kept, person, url);
  await mirror.flush();
  return isTold;
}

async function tell(kept, person, url) {
  const hands = { url, person: Number(person), stretches: new Stretches(kept, LONGEST), clocks: new Clocks(), pace: new Pace(60) };
  const sending = new Sending(hands);
  let before;
  do { // What is refused comes back at once; it waits for the next page.
    before = kept.stretches().size;
    // Of a viewing that another tab goes on with, the last touch may still be taken back there.
    const isTold = await sending.send({ all: kept.isEnded, ended: mayEnd(kept, person) });
    if (!isTold && !sending.state.closed) return false;
  } while (kept.stretches().size < before && hands.stretches.ready({ all: kept.isEnded }).length);
  if (sending.state.closed || mayEnd(kept, person)) kept.close();
  return !kept.isEnded;
}

/** The end is told from here only once nothing of the leader's own waits; else by the viewing's page. */
function mayEnd(kept, person) {
  const own = new Outbox(person);
  return kept.isEnded && !own.early().length && !own.ready().length;
}

/** Send what is left here of a person's viewings; returns the tokens of those that were told. */
export async function deliverLeft(person, address) {
  const told = [];
  for (const token of new Set([...left(person), ...await mirrored(person)])) {
    if (await deliver(person, token, address.replace("TOKEN", token))) told.push(token);
  }
  tidy();
  return told;
}
