// The copies of a person on this phone: begun, gone on with, deleted, renewed.

import { dropLease, keepLease } from "../worker/keeping.js";
import { browserNumber } from "../watching/clocks.js";
import { post } from "../watching/transport.js";
import { dropPieces } from "./chunks.js";
import { fact, settle } from "./database.js";
import { deliver } from "./delivering.js";
import { fetchCopy } from "./fetching.js";
import { haltAt } from "./halts.js";
import { allLeases, alter, end, keep, leaseOf, leasesOf, renew } from "./leases.js";
import { forgetNote, hint, note } from "./notes.js";
import { hasRoomFor, isFull, persist } from "./room.js";
import { tell } from "./told.js";

const RENEWED_WITHIN = 7 * 86400 * 1000; // Milliseconds before its end a lease is renewed by itself.

/**
 * Ask for a lease of a lecture in a weight and keep what the server tells, and whether she has been
 * told what it costs her. Returns {lease}, or
 * {error, said}: a reason as in halts.js, and the server's words where it gave any.
 */
export async function begin({ person, name, lecture, version, weight, size, opus, mayBeDear }) {
  if (!(await hasRoomFor(size))) return { error: "room" };
  const body = { person: Number(person), lecture, version: Number(version), weight, opus, browser: browserNumber(), sent_at: Date.now() };
  const heard = await post("/leases", body).catch(() => null);
  if (!heard) return { error: "line" };
  if (heard.status !== 200) return { error: haltAt(heard).reason, said: heard.said.text };
  await persist();
  return kept(heard, { id: Number(person), name }, mayBeDear);
}

async function kept(heard, person, mayBeDear) {
  try {
    const lease = await keep(heard, { mayBeDear });
    await settle("person", person); // A browser that cleared all else has forgotten her too.
    await replaceOthers(lease);
    note(lease);
    hint(true);
    return { lease };
  } catch (problem) {
    return { error: isFull(problem) ? "room" : "wrong" };
  }
}

/** One copy of a lecture is enough: the server has ended her lease of the one before. */
async function replaceOthers({ lease, lecture, person }) {
  const others = (await leasesOf(person)).filter((one) => one.lecture === lecture && one.lease !== lease);
  for (const other of others) await remove(other.lease, null);
}

const going = new Set(); // What this page fetches.

export async function proceed(token, options) {
  going.add(token);
  try {
    return await fetchCopy(token, options);
  } finally {
    going.delete(token);
    await hintAgain();
  }
}

/** The page goes: what it was fetching the worker goes on with, for as long as it is let live. */
export function handOver(worker = globalThis.navigator.serviceWorker?.controller) {
  for (const lease of going) worker?.postMessage({ do: "fetch", lease });
}

const hintAgain = async () => hint((await allLeases()).some(({ state }) => state === "fetching"));

/**
 * Go on, one after another, with all that the copies of the person signed in here lack: first with
 * those that wait for no Wi-Fi.
 */
export async function goOn(person, options) {
  const id = person ?? (await fact("person"))?.id;
  const fetching = (await leasesOf(id)).filter(({ state }) => state === "fetching");
  const leases = [...fetching.filter((one) => one.mayBeDear), ...fetching.filter((one) => !one.mayBeDear)];
  const events = [];
  for (const { lease } of leases) events.push(await proceed(lease, options));
  return events;
}

export async function pause(token) {
  tell({ do: "stop", lease: token });
  const lease = await turn(token, { state: "paused" });
  await hintAgain();
  return lease;
}

export async function resume(token) {
  hint(true);
  return turn(token, { state: "fetching", error: undefined });
}

/** She has been told what the rest of a copy costs her, and wants it. */
export async function allow(token) {
  const lease = await turn(token, { mayBeDear: true });
  tell({ do: "go", lease: token });
  return lease;
}

const unended = (lease) => (lease?.state === "ended" ? undefined : lease);

/** Have a lease be fetched, or not, or at her cost; on a full phone as good as it goes; none if it is gone. */
async function turn(token, now) {
  const turned = (one) => (["fetching", "paused"].includes(one.state) ? { ...one, ...now } : one);
  try {
    return unended(await alter(token, turned));
  } catch (problem) {
    if (!isFull(problem)) throw problem;
    const before = unended(await leaseOf(token));
    return before && { ...turned(before), state: "paused", error: "room" };
  }
}

/**
 * Delete a copy from this phone. What was played of it stays until the server has it. The server
 * hears of the end by the next envelope: "deleted", "signed_out"; null where it knows already.
 */
export async function remove(token, endedBy = "deleted") {
  tell({ do: "stop", lease: token });
  const lease = await leaseOf(token);
  if (lease) {
    const ended = () => end(token, endedBy ?? undefined);
    await ended().catch(() => clear(token).then(ended)); // A full phone has room to say it after that.
    forgetNote(lease.person, token);
  }
  await clear(token);
  await hintAgain();
  tell({ lease: token, state: "ended", done: 0, size: lease?.size ?? 0 });
}

/** Take a copy's pieces and pages away; its lease stays. */
export async function clear(token) {
  await dropPieces(token);
  await dropLease(token).catch(() => {});
}

/** Delete every copy of a person, and what a page that was closed meanwhile had left of one. */
export async function removeAllOf(person, endedBy) {
  for (const { lease, state } of await leasesOf(person)) {
    await (state === "ended" ? clear(lease) : remove(lease, endedBy));
  }
}

/** Have the server hear of what was deleted, now if there is a line. */
export const tellTheServer = () => deliver({ isForced: true }).catch(() => null);

/** She has read that it is gone. */
export async function forget(person, token) {
  forgetNote(person, token);
  if ((await leaseOf(token))?.state === "ready") await remove(token);
}

/** Have a lease last longer; what is told offline of its end comes with its page. */
export async function prolong({ lease: token, person }) {
  const heard = await post(`/leases/${token}/renewal`, { person }).catch(() => null);
  if (heard?.status !== 200) return false;
  const lease = await renew(token, heard);
  note(lease);
  await keepLease(token).catch(() => {});
  return true;
}

/** Whether a lease is so near its end that a page with a line renews it. */
export const endsSoon = ({ state, expires }, now = Date.now()) => state === "ready" && expires - now < RENEWED_WITHIN;
