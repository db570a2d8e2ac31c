import assert from "node:assert/strict";
import test from "node:test";

import { drop } from "../../../static/src/js/offline/leases.js";
import { Copied } from "../../../static/src/js/watching/copied.js";
import { Outbox } from "../../../static/src/js/watching/outbox.js";
import { page, phone, played, Server } from "./pieces.js";

const player = { facts: { person: "7", version: "3", lecture: "HV-01" } };

test("what no lease covers leaves the database only once the plain storage has it", async () => {
  const storage = await phone();
  const lease = await new Server().lend();
  await page(storage).add(lease, "video", [[0, 9]], played(9));
  await drop(lease.lease);
  const shown = () => new Outbox("7", { storage });

  storage.isFull = true;
  const outbox = shown();
  await new Copied({ player, queue: page(storage) }).begin(outbox);
  assert.deepEqual(outbox.early().map(({ ranges }) => ranges), [[[0, 9]]]); // It goes out from the memory …
  assert.deepEqual((await page(storage).of(7)).map(({ ranges }) => ranges), [[[0, 9]]]); // … and outlives the page.

  storage.isFull = false;
  await new Copied({ player, queue: page(storage) }).begin(shown());
  assert.deepEqual(shown().early().map(({ ranges }) => ranges), [[[0, 9]]]);
  assert.deepEqual(await page(storage).of(7), []);
});
