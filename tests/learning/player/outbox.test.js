import assert from "node:assert/strict";
import test from "node:test";

import { Clocks } from "../../../static/src/js/watching/clocks.js";
import { Delivery } from "../../../static/src/js/watching/delivery.js";
import { Outbox } from "../../../static/src/js/watching/outbox.js";
import { Pace } from "../../../static/src/js/watching/pace.js";
import { Seconds } from "../../../static/src/js/watching/seconds.js";
import { waiting } from "../../../static/src/js/watching/storage.js";
import { drawn, LENGTH, Page, Server, Storage } from "./pieces.js";

const TIMES = { from: 1000, to: 2000 };

/** A page of a person on a phone, as it is after it was loaded. */
function opened(storage, { person = "7", film = "3", session = null } = {}) {
  const player = new Page(person, film);
  player.state.session = session;
  const hands = { player, outbox: new Outbox(person, { storage }), clocks: new Clocks(), pace: new Pace(60, { storage }) };
  return { ...hands, delivery: new Delivery(hands), play: (...ranges) => play(hands, ranges) };
}

function play({ player, outbox }, ranges) {
  const { session, form } = player.state;
  const { version, lecture } = player.facts;
  const visit = { session: session ?? "", lecture, film: Number(version), form, length: LENGTH, position: ranges.at(-1)[1] };
  outbox.add(visit, ranges, TIMES);
}

function serve(server) {
  globalThis.fetch = (...asked) => server.fetch(...asked);
  return server;
}

test("what is acknowledged is struck out, and the player knows what is held", async () => {
  const [storage, server] = [new Storage(), serve(new Server())];
  const page = opened(storage, { session: server.open() });
  page.play([0, 9]);
  await page.delivery.send();
  assert.equal(storage.length, 0);
  assert.deepEqual(page.player.state.held.ranges(), [[0, 9]]);
  assert.equal(server.bodies[0].reports[0].knows, 9);
  assert.equal(server.bodies[0].person, 7);
});

test("what another device had credited comes back with the receipt", async () => {
  const server = serve(new Server());
  server.held.add([[50, 60]]);
  const page = opened(new Storage(), { session: server.open() });
  page.play([0, 5]);
  await page.delivery.send();
  assert.deepEqual(page.player.state.held.ranges(), [[0, 5], [50, 60]]);
});

test("what is over the budget is told, kept and sent again", async () => {
  const [storage, server] = [new Storage(), serve(new Server())];
  const page = opened(storage, { session: server.open() });
  server.budget = 4;
  page.play([0, 9]);
  await page.delivery.send();
  assert.equal(page.player.state.refused, 5);
  assert.deepEqual(page.outbox.unsent(3, LENGTH).ranges(), [[4, 9]]);
  server.budget = 100;
  await page.delivery.send();
  assert.equal(page.player.state.refused, 0);
  assert.equal(server.held.size, 9);
});

test("a busy server is left alone, over a reload too", async () => {
  const [storage, server] = [new Storage(), serve(new Server())];
  const page = opened(storage, { session: server.open() });
  page.play([0, 5]);
  server.fate = () => 503;
  await page.delivery.send();
  server.fate = () => "taken";
  await page.delivery.send();
  const again = opened(storage, { session: server.open() });
  await again.delivery.send();
  assert.equal(server.bodies.length, 1);
  assert.ok(again.pace.next() > 25000 && again.pace.interval >= 60);
});

test("each of two people on one phone sends her own", async () => {
  const [storage, server] = [new Storage(), serve(new Server())];
  opened(storage, { person: "7", session: server.open() }).play([0, 5]);
  const other = opened(storage, { person: "8" });
  await other.delivery.send();
  assert.equal(server.bodies.length, 0);
  assert.equal(waiting("7", { storage })[0].ranges[0][1], 5);
  assert.deepEqual(waiting("8", { storage }), []);
});

test("who is signed out, or another, keeps her seconds", async () => {
  for (const status of [401, 403]) {
    const server = serve(new Server());
    const page = opened(new Storage(), { session: server.open() });
    page.play([0, 5]);
    server.fate = () => status;
    await page.delivery.send();
    assert.deepEqual([page.player.state.status, page.outbox.unsent(3, LENGTH).size], [status, 5]);
  }
});

test("a session the server lost is claimed in the next one", async () => {
  const [storage, server] = [new Storage(), serve(new Server())];
  const page = opened(storage, { session: "forgotten" });
  page.play([0, 5]);
  await page.delivery.send();
  page.outbox.adopt(3, server.open());
  await page.delivery.send();
  assert.equal(server.held.size, 5);
});

test("a report that cannot be read holds up no other", async () => {
  const server = serve(new Server());
  const page = opened(new Storage(), { session: server.open() });
  page.play([0, 5]);
  page.player.state.session = server.open();
  page.play([5, 9]);
  server.fate = ({ reports }) => (reports.some(({ session }) => session === "s0") ? 422 : "taken");
  for (let turn = 0; turn < 3; turn += 1) await page.delivery.send();
  assert.deepEqual(server.held.ranges(), [[5, 9]]);
});

test("what waits of earlier visits goes out beside one that cannot be read, while she plays on", async () => {
  const [storage, server] = [new Storage(), serve(new Server())];
  const [before, bad] = [server.open(), server.open()];
  opened(storage, { session: before }).play([50, 60]);
  opened(storage, { session: bad }).play([70, 80]);
  server.fate = ({ reports }) => (reports.some(({ session }) => session === bad) ? 422 : "taken");
  const page = opened(storage, { session: server.open() });
  for (let turn = 0; turn < 2; turn += 1) {
    page.play([turn, turn + 1]);
    await page.delivery.send();
  }
  assert.deepEqual(server.held.ranges(), [[0, 2], [50, 60]]);
  assert.equal(page.outbox.unsent(3, LENGTH).size, 10);
});

test("the records of older players are brought over, and nonsense is passed by", () => {
  const storage = new Storage();
  const old = { session: "s", form: "video", length: LENGTH, position: 4, ranges: [[0, 4]], film: 3 };
  storage.setItem("elearn.outbox.7", JSON.stringify({ "s video": old, bad: { session: 3 } }));
  storage.setItem("elearn.watched.7.x", "{");
  const { outbox } = opened(storage);
  assert.deepEqual(outbox.ready().map(([, { ranges }]) => ranges), [[[0, 4]]]);
});

test("whatever happens to lines, tabs and storages, every played second arrives and no other", async () => {
  for (let seed = 1; seed <= 60; seed += 1) await evening(drawn(seed));
});

/** Up to three tabs, reloaded, cut off, refused and full, until the line is good again. */
async function evening(random) {
  const [storage, server, really] = [new Storage(), serve(new Server()), new Seconds(LENGTH)];
  const fates = ["taken", "taken", "lost", "answer lost", 500];
  server.fate = () => fates[Math.floor(random() * fates.length)];
  let tabs = [opened(storage, { session: server.open() })];
  for (let turn = 0; turn < 40; turn += 1) {
    const tab = tabs[Math.floor(random() * tabs.length)];
    const start = Math.floor(random() * (LENGTH - 9));
    const range = [start, start + 1 + Math.floor(random() * 8)];
    const what = random();
    if (what < 0.5) { tab.play(range); really.add([range]); }
    else if (what < 0.75) await tab.delivery.send();
    else if (what < 0.8) server.budget = Math.floor(random() * 20);
    else if (what < 0.85) { tab.player.state.form = random() < 0.5 ? "slides" : "video"; }
    else if (what < 0.95 && tabs.length < 3) tabs.push(opened(storage, { session: random() < 0.5 ? server.open() : null }));
    else if (what < 0.95) tabs = [opened(storage)]; // All closed at once, and the lecture opened anew.
    else await Promise.all(tabs.map((one) => one.delivery.send())); // At one and the same moment.
  }
  Object.assign(server, { budget: Infinity, fate: () => "taken" });
  const last = opened(storage);
  last.outbox.adopt(3, server.open());
  for (const tab of [...tabs, last]) { tab.outbox.adopt(3, server.open()); await tab.delivery.send(); }
  assert.deepEqual(server.held.ranges(), really.ranges());
}

test("a full storage loses nothing while the page lives", async () => {
  const server = serve(new Server());
  const page = opened(new Storage({ isFull: true }), { session: server.open() });
  page.play([0, 5]);
  server.fate = () => "lost";
  await page.delivery.send();
  server.fate = () => "taken";
  page.play([5, 8]);
  await page.delivery.send();
  assert.deepEqual(server.held.ranges(), [[0, 8]]);
});

test("a page that came by http, where a browser offers less, keeps what was played too", (t) => {
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  t.after(() => { delete crypto.randomUUID; });
  const storage = new Storage();
  opened(storage).play([0, 5]);
  assert.equal(waiting("7", { storage })[0].ranges[0][1], 5);
});
