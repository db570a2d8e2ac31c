// The bytes of a copy, piece by piece as they came: by lease, file and the place of the first byte.
//
// How far a file is here stands in the record of its lease and is written together with each piece,
// so that what is counted is here, after whatever broke off.

import { change, using } from "./database.js";

const LAST = Number.MAX_SAFE_INTEGER;

const within = (token, name, from = 0, to = LAST) => IDBKeyRange.bound([token, name, from], [token, name, to]);
const ofLease = (token) => IDBKeyRange.bound([token], [token, []]); // An array comes after every word.

export const gotOf = (lease, name) => lease.got?.[name] ?? 0;

const sum = (got) => Object.values(got).reduce((a, b) => a + b, 0);

const sized = (parts, name, size) => parts.map((part) => (part.name === name ? { ...part, size } : part));

/**
 * Keep a piece that begins where what is here of the file ends, or all of a small file. Returns the
 * lease as it stands now, or none if it is to be fetched no more: it was deleted or paused. What had
 * come before a pause has been paid for and is kept.
 */
export function keepPiece(token, name, at, blob, { isAll = false } = {}) {
  return change(["leases", "chunks"], async (tx) => {
    const lease = await tx.objectStore("leases").get(token);
    if (!["fetching", "paused"].includes(lease?.state) || (gotOf(lease, name) !== at && !isAll)) return undefined;
    const got = { ...lease.got, [name]: at + blob.size };
    const parts = isAll ? sized(lease.parts, name, blob.size) : lease.parts;
    const now = { ...lease, got, parts, done: sum(got) };
    await Promise.all([tx.objectStore("chunks").put(blob, [token, name, at]), tx.objectStore("leases").put(now)]);
    return now.state === "fetching" ? now : undefined;
  });
}

/** Bytes from `start` up to `end` of a file, as they lie here; none if any of them is missing. */
export async function slice(token, name, start, end) {
  const pieces = await using((db) => overlapping(db, token, name, start, end));
  const parts = [];
  let at = start;
  for (const { from, blob } of pieces) {
    if (from > at) return null;
    parts.push(blob.slice(at - from, end - from));
    at = Math.min(end, from + blob.size);
  }
  return at < end ? null : new Blob(parts);
}

async function overlapping(db, token, name, start, end) {
  const { store } = db.transaction("chunks");
  const before = await store.openKeyCursor(within(token, name, 0, start), "prev");
  const range = within(token, name, before ? before.key[2] : start, Math.max(start, end - 1));
  const [keys, blobs] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.map(([, , from], place) => ({ from, blob: blobs[place] }));
}

/** The whole of a file that is here as told by its lease; none if a byte is missing. */
export const whole = (lease, name) => slice(lease.lease, name, 0, gotOf(lease, name));

/** Delete the bytes of a lease; its record says that nothing is here, once there is room to say it. */
export async function dropPieces(token) {
  await change(["chunks"], ({ store }) => store.delete(ofLease(token)));
  await change(["leases"], async ({ store }) => {
    const lease = await store.get(token);
    if (lease) await store.put({ ...lease, got: {}, done: 0 });
  });
}

/** Whether any piece of a lease lies here, whatever its record says: a browser may have cleared them. */
export const hasPieces = async (token) => (await using((db) => db.count("chunks", ofLease(token)))) > 0;

/** The leases of which pieces lie here, whatever their records say. */
export async function tokensWithPieces() {
  const keys = await using((db) => db.getAllKeys("chunks"));
  return new Set(keys.map(([token]) => token));
}
