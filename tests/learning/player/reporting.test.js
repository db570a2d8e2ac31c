import assert from "node:assert/strict";
import test from "node:test";

import { Outbox } from "../../../static/src/js/watching/outbox.js";
import { Reporting } from "../../../static/src/js/watching/reporting.js";
import { Film, LENGTH, Page, Server, Storage } from "./pieces.js";

/** A lecture page that was just loaded, in a browser that keeps these things. */
function loaded(storage, server) {
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  Object.assign(globalThis, { document: new EventTarget(), addEventListener() {}, fetch: (...asked) => server.fetch(...asked) });
  const player = new Page();
  Object.assign(player, { video: new Film(), page: { querySelector: () => null }, on() {} });
  player.facts.interval = 60;
  new Reporting(player);
  return player;
}

async function pass(clock, seconds) {
  for (let passed = 0; passed < seconds; passed += 1) {
    clock.tick(1000);
    for (let turn = 0; turn < 20; turn += 1) await null;
  }
}

/** How many requests go out in 50 seconds from a page with what was refused of an earlier visit. */
async function requests(clock, { isOpen }) {
  clock.enable({ apis: ["setTimeout"] });
  const [storage, server] = [new Storage(), new Server()];
  const visit = { session: server.open(), lecture: "HV-01", film: 3, form: "video", length: LENGTH, position: 9 };
  new Outbox("7", { storage }).add(visit, [[0, 9]], { from: 1000, to: 2000 });
  server.budget = 0;
  const player = loaded(storage, server);
  if (isOpen) player.state.session = server.open();
  await pass(clock, 50);
  assert.equal(player.state.refused, 9);
  return server.bodies.length;
}

test("what is over the budget is asked for again soon by whoever has the lecture open", async (t) => {
  assert.ok(await requests(t.mock.timers, { isOpen: true }) > 5);
});

test("as long as nothing is open it is not asked for in vain", async (t) => {
  assert.equal(await requests(t.mock.timers, { isOpen: false }), 1);
});
