// A browser that is killed keeps what it acknowledged of its database, and of its plain storage only
// what lay there a minute before.

import "fake-indexeddb/auto";

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { IDBFactory } from "fake-indexeddb";

import { close, fact } from "../../../static/src/js/offline/database.js";
import { Kept, left } from "../../../static/src/js/viewing/kept.js";
import { deliverLeft } from "../../../static/src/js/viewing/left.js";
import { Mirror, mirrored } from "../../../static/src/js/viewing/mirror.js";
import { Presence } from "../../../static/src/js/viewing/presence.js";
import { Sending } from "../../../static/src/js/viewing/sending.js";
import { Stretches } from "../../../static/src/js/viewing/stretches.js";
import { Clocks } from "../../../static/src/js/watching/clocks.js";
import { Outbox } from "../../../static/src/js/watching/outbox.js";
import { Pace } from "../../../static/src/js/watching/pace.js";
import { Storage } from "./pieces.js";

const LENGTH = 600;
const BEGAN = 1_760_000_000_000;
const WHO = { person: "7", token: "viewing" };
const VISIT = { session: "s1", lecture: "HV-01", film: 3, form: "video", length: LENGTH, position: 0 };
const HOUR = 3600 * 1000;

const answer = (status, said) => ({ status, ok: status < 400, headers: new Headers(), json: async () => said });

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
});

/** What lies in a browser's plain storage now, as it is found after it was killed. */
const asNow = (storage) => Object.assign(new Storage(), { items: new Map(storage.items) });

/** The page of a viewing, opened; the film plays by the test's hand. */
async function opened(storage = new Storage(), who = WHO) {
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  const clock = { now: BEGAN };
  const kept = new Kept(who, { storage });
  const mirror = new Mirror(kept, who);
  await mirror.takeUp();
  const hands = { kept, mirror, own: new Outbox(who.person, { storage }), stretches: new Stretches(kept, LENGTH, { now: () => clock.now }) };
  const presence = new Presence(kept, 60, { now: () => clock.now });
  return { ...hands, storage, clock, presence, play: (start, end) => play({ ...hands, clock, presence }, start, end) };
}

function play({ own, stretches, clock, presence }, start, end) {
  const from = clock.now;
  clock.now += 1000 * (end - start);
  own.add(VISIT, [[start, end]], { from, to: clock.now });
  stretches.add([[start, end]], { from, to: clock.now }, { form: "video", present: presence.here });
}

const played = ({ kept }) => [...kept.stretches().values()].map(({ present, ranges }) => [present, ranges]);

test("a dead battery takes nothing of who sat there, what was played before her, and what her own player played", async () => {
  const page = await opened();
  page.presence.turn(1);
  page.play(0, 20);
  const before = asNow(page.storage);
  page.presence.turn(2);
  page.play(20, 60);
  await page.mirror.flush();
  for (const storage of [before, new Storage()]) {
    const next = await opened(asNow(storage));
    assert.deepEqual(played(next), [[[1], [[0, 20]]], [[1, 2], [[20, 60]]]]);
    assert.deepEqual(next.presence.here, [1, 2]);
    assert.deepEqual(next.own.unsent(3, LENGTH).ranges(), [[0, 60]]);
    await next.mirror.flush();
  }
});

test("what was taken back, acknowledged or given up does not come again out of either", async () => {
  const page = await opened();
  page.presence.turn(1);
  page.play(0, 20);
  await page.mirror.flush();
  page.clock.now += 60000;
  page.presence.turn(2);
  page.play(20, 25);
  const before = asNow(page.storage);
  page.stretches.amend(page.presence.undo()); // Known to the mirror at once.
  page.stretches.settle(page.stretches.ready({ all: true }).slice(0, 1));
  await page.mirror.writing;
  const next = await opened(before);
  assert.deepEqual([played(next), next.presence.here], [[[[1], [[20, 25]]]], [1]]);

  await page.mirror.flush();
  const old = await fact("viewing.7.viewing");
  next.stretches.forgetAll(); // Its mirror is not written by now.
  assert.equal(new Kept(WHO, { storage: next.storage }).takeUp(old), false);
  assert.deepEqual(played(next), []);
});

test("what was killed goes out from any page of the leader's, of nobody else's, and nothing of it stays", async () => {
  const page = await opened();
  page.presence.turn(1);
  page.play(0, 20);
  page.own.settle(page.own.ready(), [{}]); // Her own player has told the server.
  page.kept.isEnded = true;
  await page.mirror.flush();
  const { storage } = await opened(new Storage(), { person: "8", token: "other" });
  const bodies = [];
  globalThis.fetch = async (_url, { body }) => {
    bodies.push(JSON.parse(body));
    return answer(200, { received: "20:14", now: Date.now() });
  };
  assert.deepEqual([await deliverLeft("8", "/viewings/TOKEN/report"), bodies], [[], []]);
  assert.deepEqual(await deliverLeft("7", "/viewings/TOKEN/report"), ["viewing"]);
  assert.deepEqual(bodies.flatMap(({ stretches }) => stretches.map(({ ranges }) => ranges)), [[[0, 20]]]);
  assert.deepEqual([bodies.at(-1).ended, storage.length, await mirrored("7")], [true, 0, []]);
});

test("where there is no database, or no plain storage, the other serves", async () => {
  globalThis.indexedDB = { open() { throw new DOMException("forbidden", "SecurityError"); } };
  const page = await opened();
  page.presence.turn(1);
  page.play(0, 20);
  await page.mirror.flush();
  assert.deepEqual(played(await opened(asNow(page.storage))), [[[1], [[0, 20]]]]);

  await close();
  globalThis.indexedDB = new IDBFactory();
  const full = await opened(new Storage({ isFull: true }));
  full.presence.turn(1);
  full.play(0, 20);
  await full.mirror.flush();
  const next = await opened(new Storage({ isFull: true }));
  assert.deepEqual([played(next), next.presence.here], [[[[1], [[0, 20]]]], [1]]);
});

test("a clock that is set while there is no line moves nothing of what was played before", async () => {
  const [device, server] = [{ now: BEGAN + HOUR, counter: 0 }, { now: BEGAN }]; // An hour ahead.
  const clocks = new Clocks({ date: () => device.now, counter: () => device.counter });
  const pass = (seconds) => { for (const [one, name] of [[device, "now"], [device, "counter"], [server, "now"]]) one[name] += 1000 * seconds; };
  const kept = new Kept(WHO, { storage: new Storage() });
  const stretches = Object.assign(new Stretches(kept, LENGTH, { now: () => device.now }), { clocks });
  const show = (start, end) => {
    pass(end - start);
    stretches.add([[start, end]], { from: device.now - 1000 * (end - start), to: device.now }, { form: "video", present: [1] });
  };
  clocks.measure(device.now, device.now, server.now);
  show(0, 30);
  device.now -= HOUR; // Somebody sets it right.
  show(30, 60);
  assert.equal(clocks.known, undefined);
  const bodies = [];
  globalThis.fetch = async (_url, { body }) => {
    bodies.push(JSON.parse(body));
    return answer(200, { now: Date.now() }); // The device is right now.
  };
  await new Sending({ url: "/report", person: 7, stretches, clocks, pace: new Pace(60, { storage: new Storage() }) }).send({ all: true });
  const [, { ahead, stretches: sent }] = bodies; // The first asked for the time.
  const times = sent.map(({ from, to }) => [from, to].map((moment) => Math.round((moment - ahead - BEGAN) / 1000)));
  assert.deepEqual(times.sort(([one], [other]) => one - other), [[0, 30], [30, 60]]);
});

test("nothing waits in a viewing of which only the count is left", () => {
  const storage = new Storage();
  storage.setItem("elearn.viewing.7.viewing.turn", "12");
  assert.deepEqual(left("7", { storage }), []);
});
