// The leases of this phone: what the server told of each, its key, and how far its copy is.
//
// A record: all of POST /leases' answer but `key`, and
//   key       CryptoKey that only signs
//   state     "fetching" | "paused" | "ready" | "ended"
//   done      bytes of the copy that are here
//   mayBeDear whether she was told what it costs on mobile data, and wants it all the same
//   ahead     milliseconds the phone's clock is ahead of the server's, as last measured
//   seenAt    the latest moment, by the server's clock, that this phone has known
//   endedBy   "deleted" | "signed_out" | "replaced" …; told to the server by the next envelope

import { storageOf, write } from "../watching/storage.js";
import { hasPieces } from "./chunks.js";
import { change, using } from "./database.js";
import { keyFrom } from "./envelopes.js";

/**
 * Noted as long as there is a lease here; spares the pages of all others opening the database. That
 * something waits is no note: a browser that is killed forgets notes of the last seconds.
 */
export const LENT = "elearn.waits";

/** How late it was when the server said its time, and how far the phone was ahead of it. */
const known = ({ sentAt, gotAt, now }) => ({ ahead: Math.round((sentAt + gotAt) / 2 - now), seenAt: now });

/** Keep a new lease as the server told it, and what she said of its cost: `heard` is what `post` of watching/transport.js gives. */
export async function keep({ said: { key, now, ...told }, sentAt, gotAt }, { mayBeDear = false } = {}) {
  const lease = { ...told, key: await keyFrom(key), state: "fetching", done: 0, mayBeDear, ...known({ sentAt, gotAt, now }) };
  await change(["leases"], (tx) => tx.objectStore("leases").put(lease));
  write(storageOf(), LENT, 1);
  return lease;
}

/** Keep what the server told anew of a lease (renewal, receipts); its key and its state stay. */
export function renew(token, { said: { key: _, now, ...told }, sentAt, gotAt }) {
  return alter(token, (lease) => ({ ...lease, ...told, ...known({ sentAt, gotAt, now }) }));
}

/** Replace a lease by what `act` makes of it; none if it is not here any more. */
export function alter(token, act) {
  return change(["leases"], async ({ store }) => {
    const before = await store.get(token);
    if (!before) return undefined;
    const lease = act(before);
    await store.put(lease);
    return lease;
  });
}

export const leaseOf = (token) => using((db) => db.get("leases", token));

export const allLeases = () => using((db) => db.getAll("leases"));

/** The leases of one person. */
export async function leasesOf(person) {
  return (await allLeases()).filter((lease) => lease.person === Number(person));
}

/** Her lease of a film whose copy is whole and may be played now; none otherwise. */
export async function readyOf(person, film) {
  const mine = (await leasesOf(person)).filter((lease) => lease.film === Number(film));
  for (const lease of mine) if (lease.state === "ready" && !isOver(lease) && (await hasPieces(lease.lease))) return lease;
  return undefined;
}

/**
 * Say that a lease has ended on this phone; its copy is deleted by whoever calls this. The record
 * and its key stay until what was played under it is acknowledged and the server has heard of the end.
 */
export const end = (token, endedBy) => alter(token, (lease) => ({ ...lease, state: "ended", done: 0, endedBy }));

export const drop = (token) => change(["leases"], ({ store }) => store.delete(token));

/** What the server's clock shows, as far as the phone can know: a clock set back gains no day. */
export const serversTime = ({ ahead, seenAt }, now = Date.now()) => Math.max(seenAt, now - (ahead ?? 0));

export const isOver = (lease, now) => serversTime(lease, now) >= lease.expires;

/** Remember how late it is by now, so that a clock set back later is of no use. */
export function look(token, now = Date.now()) {
  return alter(token, (lease) => ({ ...lease, seenAt: serversTime(lease, now) }));
}
