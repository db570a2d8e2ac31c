// What earlier viewings left in this browser goes out from any page that the leader opens later.

import { Clocks } from "../watching/clocks.js";
import { Pace } from "../watching/pace.js";
import { Kept, left } from "./kept.js";
import { Sending } from "./sending.js";
import { Stretches } from "./stretches.js";

const LONGEST = 86400; // Seconds: longer than any film.

/** Send what is left of one viewing; returns whether all is told. */
async function deliver(person, token, url) {
  const kept = new Kept({ person, token });
  const hands = { url, person: Number(person), stretches: new Stretches(kept, LONGEST), clocks: new Clocks(), pace: new Pace(60) };
  const sending = new Sending(hands);
  do {
    if (!await sending.send({ all: true, ended: kept.isEnded })) return Boolean(sending.state.closed);
  } while (hands.stretches.ready({ all: true }).length);
  kept.close();
  return true;
}

/** Send all that is left here of a person's viewings but one; returns the tokens of those that were told. */
export async function deliverLeft(person, address, { except } = {}) {
  const told = [];
  for (const token of left(person).filter((one) => one !== except)) {
    if (await deliver(person, token, address.replace("TOKEN", token))) told.push(token);
  }
  return told;
}
