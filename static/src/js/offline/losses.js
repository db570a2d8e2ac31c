// What the browser or a lease's end took away of the copies on this phone.

import { tokensWithPieces } from "./chunks.js";
import { clear } from "./copies.js";
import { allLeases, drop, end, isOver, leasesOf, look } from "./leases.js";
import { noted } from "./notes.js";
import { queue } from "./queue.js";
import { tell } from "./told.js";

/**
 * Look at what lies here for a person: copies whose time is over are deleted, and what was cleared
 * by the browser is found out. Returns her leases, and the notes of what was taken away.
 */
export async function tidy(person, now = Date.now()) {
  await sweep();
  for (const lease of await leasesOf(person)) {
    if (lease.state === "ended") continue;
    const { lease: token } = await look(lease.lease, now);
    if (isOver(lease, now)) await expire(token);
  }
  const leases = await leasesOf(person);
  const lost = await lostOf(person, leases, now);
  return { leases: leases.filter(({ lease }) => !lost.some((gone) => gone.lease === lease)), lost };
}

/** Its time is over, as the server knows; the note of it stays, to be told. */
async function expire(token) {
  tell({ do: "stop", lease: token });
  await end(token);
  await clear(token);
}

/** What is of no use: pieces of leases that ended or are not here, records that wait for nothing. */
async function sweep() {
  const [leases, waits] = [await allLeases(), await queue.all()];
  const known = new Map(leases.map((one) => [one.lease, one]));
  for (const token of await tokensWithPieces()) {
    if (!known.has(token) || known.get(token).state === "ended") await clear(token);
  }
  for (const { lease, state, endedBy } of leases) {
    if (state === "ended" && !endedBy && !waits.some((one) => one.lease === lease)) await drop(lease);
  }
}

/**
 * What the notes or its record tell of and is not here any more: its time is over (`isOver`), or the
 * browser made room for itself.
 */
async function lostOf(person, leases, now) {
  const pieces = await tokensWithPieces();
  const here = leases.filter(({ lease, state }) => (state === "ready" ? pieces.has(lease) : state !== "ended"));
  const notes = noted(person);
  const recorded = leases.filter(({ lease, state }) => (state === "ready" ? !pieces.has(lease) : lease in notes));
  // A renewal on the way changes the record only: the day of a note may be an old one.
  const told = { ...notes, ...Object.fromEntries(recorded.map((one) => [one.lease, one])) };
  return Object.entries(told)
    .filter(([token]) => !here.some(({ lease }) => lease === token))
    .map(([lease, one]) => ({ ...one, lease, isOver: one.expires <= now }));
}
