import assert from "node:assert/strict";
import test from "node:test";

import { fetchCopy } from "../../../static/src/js/offline/fetching.js";
import { alter } from "../../../static/src/js/offline/leases.js";
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
