import assert from "node:assert/strict";
import test from "node:test";

import { browserNumber, Clocks } from "../../../static/src/js/watching/clocks.js";
import { Pace } from "../../../static/src/js/watching/pace.js";
import { Storage } from "./pieces.js";

const most = { random: () => 1 };

test("it reports each interval that was told, a hall of phones not at one moment", () => {
  const pace = new Pace(60, { storage: new Storage(), ...most });
  assert.deepEqual([pace.next(), new Pace(60, { storage: null, random: () => 0 }).next()], [66000, 60000]);
  pace.told(120);
  assert.equal(pace.interval, 120);
});

test("after failures it waits longer each time, somewhere up to ten minutes", () => {
  const pace = new Pace(60, { storage: null, ...most });
  const waits = Array.from({ length: 9 }, () => { pace.failed(); return pace.next() / 1000; });
  assert.deepEqual(waits, [10, 20, 40, 80, 160, 320, 600, 600, 600]);
  pace.reachable();
  assert.equal(pace.next(), 66000);
});

test("a clock that was set does not keep it silent for ever", () => {
  const storage = new Storage();
  let now = 1e12;
  const pace = new Pace(60, { storage, now: () => now, ...most });
  pace.shed(40, 90);
  assert.equal(pace.next(), 60000);
  now -= 86400000;
  assert.equal(pace.isBusy, false);
  assert.equal(pace.interval, 90);
});

test("a browser keeps the number it drew", () => {
  const storage = new Storage();
  assert.match(browserNumber(storage), /^[0-9a-f]{32}$/);
  assert.equal(browserNumber(storage), browserNumber(storage));
  assert.equal(browserNumber(new Storage({ isFull: true })), undefined);
});

test("how far the clock is ahead is told once, and again when it has moved", () => {
  const clocks = new Clocks();
  assert.equal(clocks.news, undefined);
  clocks.measure(5000, 5400, 1200);
  assert.equal(clocks.news, 4000);
  clocks.tell(clocks.news);
  clocks.measure(6000, 6400, 3000);
  assert.equal(clocks.news, undefined);
  clocks.measure(6000, 6400, 9200);
  assert.equal(clocks.news, -3000);
  clocks.forget();
  assert.equal(clocks.news, -3000);
});
