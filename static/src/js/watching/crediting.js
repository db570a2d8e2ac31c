// What the server credited: the player knows what it holds now, and tells the others.

import { Seconds } from "./seconds.js";

/**
 * Know the receipts for records of the player's film, [{receipt, records}], that went out as reports
 * over the "line" or as envelopes of a "copy".
 */
export function credited(player, way, mine) {
  const { state, length } = player;
  const refused = new Seconds(length);
  for (const { receipt, records } of mine) {
    refused.add(receipt.refused ?? []);
    state.held.add(receipt.held ?? records.flatMap(({ ranges }) => ranges));
  }
  refused.remove(state.held.ranges());
  state.refusedBy = { ...state.refusedBy, [way]: refused.size };
  state.refused = Object.values(state.refusedBy).reduce((sum, size) => sum + size, 0);
  learn(player, mine.at(-1).receipt);
}

/** Know what the server said of the lecture: what it holds, what is lacking, when it received that. */
export function learn(player, { held = [], lacking, received }) {
  const { state } = player;
  const wasSeen = state.lacking === 0;
  state.held.add(held);
  state.received = received ?? state.received;
  state.lacking = Math.min(state.lacking, lacking ?? Infinity); // Once seen, a lecture stays seen.
  if (state.lacking === 0 && !wasSeen) player.tell("seen");
  player.tell("held");
}
