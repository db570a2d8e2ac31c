import assert from "node:assert/strict";
import test from "node:test";

import { fetchCopy } from "../../../static/src/js/offline/fetching.js";
import { goOn } from "../../../static/src/js/offline/copies.js";
import { gotOf, keepPiece } from "../../../static/src/js/offline/chunks.js";
import { allLeases, alter, end, leaseOf } from "../../../static/src/js/offline/leases.js";
import { phone, Server } from "./pieces.js";

const answer = (status, said) => ({ status, ok: status < 400, headers: new Headers(), json: async () => said });

/** Fetch a copy whose addresses have run out; `renewal` is what the server answers to asking anew. */
async function haltAt(renewal) {
  await phone();
  Object.defineProperty(globalThis, "navigator", { value: { locks: { request: (_, act) => act() } }, configurable: true });
  const { lease } = await new Server().lend();
  const parts = [{ name: "240p.m3u8", url: "/media/files/old", size: 9 }];
  await alter(lease, (one) => ({ ...one, size: 9, parts }));
  globalThis.fetch = async (_url, { method }) => (method === "POST" ? renewal : answer(410));
  const { state, error } = await fetchCopy(lease);
  return [state, error];
}

test("a copy that may not be renewed says whether the film is another, or there are too many", async () => {
  assert.deepEqual(await haltAt(answer(409, { conflict: "version" })), ["paused", "version"]);
  assert.deepEqual(await haltAt(answer(409, { conflict: "many" })), ["paused", "many"]);
  assert.deepEqual(await haltAt(answer(409, {})), ["paused", "wrong"]);
  assert.deepEqual(await haltAt(answer(404, {})), ["paused", "gone"]);
});

test("that she must sign in is told, and not kept: once she has, nothing says so while it goes on", async () => {
  assert.deepEqual(await haltAt(answer(401, {})), ["fetching", "signed"]);
  const [{ state, error }] = await allLeases();
  assert.deepEqual([state, error], ["fetching", undefined]);
});

test("what had come before a pause is kept, what comes after a deletion is not", async () => {
  await phone();
  const { lease } = await new Server().lend();
  const keep = (at) => keepPiece(lease, "240p.mp4", at, new Blob(["12345"]));
  assert.equal((await keep(0)).done, 5);

  await alter(lease, (one) => ({ ...one, state: "paused" }));
  assert.equal(await keep(5), undefined);
  assert.equal(gotOf(await leaseOf(lease), "240p.mp4"), 10);

  await end(lease, "deleted");
  assert.equal(await keep(10), undefined);
  assert.equal(gotOf(await leaseOf(lease), "240p.mp4"), 10);
});

test("a copy that waits for Wi-Fi holds up none that she pays for", async () => {
  await phone();
  const connection = Object.assign(new EventTarget(), { type: "cellular" });
  const locks = { request: (_, act) => act() };
  Object.defineProperty(globalThis, "navigator", { value: { connection, locks }, configurable: true });
  globalThis.addEventListener ??= () => {};
  const server = new Server();
  const [dear, paid] = [await server.lend(7, 3), await server.lend(7, 4)];
  const parts = [{ name: "240p.m3u8", url: "/media/files/old", size: 9 }];
  for (const { lease } of [dear, paid]) await alter(lease, (one) => ({ ...one, size: 9, parts, mayBeDear: lease === paid.lease }));
  globalThis.fetch = async () => answer(404, {});
  const stopping = new AbortController();
  const ear = new BroadcastChannel("elearn");
  ear.onmessage = ({ data: { error } }) => { if (error === "dear") stopping.abort(); };

  const events = await goOn(7, { signal: stopping.signal });
  ear.close();
  assert.deepEqual(events.map(({ lease, state }) => [lease, state]), [[paid.lease, "paused"], [dear.lease, "fetching"]]);
});
