import assert from "node:assert/strict";
import test from "node:test";

import { finds } from "../../../static/src/js/viewing/folding.js";
import { Kept, left } from "../../../static/src/js/viewing/kept.js";
import { deliverLeft } from "../../../static/src/js/viewing/left.js";
import { Presence } from "../../../static/src/js/viewing/presence.js";
import { Sending } from "../../../static/src/js/viewing/sending.js";
import { Stretches } from "../../../static/src/js/viewing/stretches.js";
import { Clocks } from "../../../static/src/js/watching/clocks.js";
import { Outbox } from "../../../static/src/js/watching/outbox.js";
import { Pace } from "../../../static/src/js/watching/pace.js";
import { Seconds } from "../../../static/src/js/watching/seconds.js";
import { drawn, Storage } from "./pieces.js";

const LENGTH = 600;
const BEGAN = 1_760_000_000_000;
const WHO = { person: "7", token: "viewing" };

/** The server: it fixes who sat in a stretch by its first arrival, and adds up what was played. */
class Hall {
  constructor() { Object.assign(this, { stretches: new Map(), ended: false, bodies: [], fate: () => "taken", refuse: () => [] }); }

  fetch = async (_url, { body }) => {
    const read = JSON.parse(body);
    this.bodies.push(read);
    const fate = this.fate(read);
    if (fate === "lost") throw new TypeError("Failed to fetch");
    if (typeof fate === "number") return answer(fate, { text: "closed" });
    for (const one of read.stretches) this.#take(one);
    this.ended ||= read.ended === true;
    if (fate === "answer lost") throw new TypeError("Failed to fetch");
    return answer(200, { received: "20:14", refused: this.refuse(read), now: BEGAN });
  };

  #take({ number, present, ranges, form }) {
    const known = this.stretches.get(number) ?? { present, form, played: new Seconds(LENGTH) };
    known.played.add(ranges);
    this.stretches.set(number, known);
  }

  /** What somebody is credited: what was played while she sat there. */
  seconds(person) {
    const all = new Seconds(LENGTH);
    for (const { present, played } of this.stretches.values()) if (present.includes(person)) all.add(played.ranges());
    return all.ranges();
  }
}

const answer = (status, said) => ({ status, ok: status < 400, headers: new Headers(), json: async () => said });

/** A tab of the leader's; its film plays by the test's hand, a second of the clock each second. */
class Tab {
  constructor({ storage = new Storage(), hall = new Hall(), clock = { now: BEGAN }, most = 60 } = {}) {
    const now = () => clock.now;
    const kept = new Kept(WHO, { storage });
    const stretches = new Stretches(kept, LENGTH, { now });
    const pace = new Pace(60, { storage: new Storage(), now });
    globalThis.fetch = hall.fetch;
    const sending = new Sending({ url: "/report", person: 7, stretches, clocks: new Clocks(), pace });
    Object.assign(this, { storage, hall, clock, kept, stretches, sending, pace, at: 0, form: "video" });
    this.presence = new Presence(kept, most, { now });
  }

  play(seconds) {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.clock.now += 1000;
      const times = { from: this.clock.now - 1000, to: this.clock.now };
      this.stretches.add([[this.at, this.at + 1]], times, { form: this.form, present: this.presence.here });
      this.at += 1;
    }
  }

  undo() { this.stretches.amend(this.presence.undo()); }
  again() { return Object.assign(new Tab(this), { at: this.at }); }
  all() { return this.sending.send({ all: true }); }
}

test("who comes late and who leaves early gets what was played while she sat there", async () => {
  const tab = new Tab();
  tab.presence.turn(1);
  tab.play(60);
  tab.presence.turn(2);
  tab.play(60);
  tab.presence.turn(1);
  tab.form = "slides";
  tab.play(30);
  await tab.all();
  assert.deepEqual([1, 2].map((one) => tab.hall.seconds(one)), [[[0, 120]], [[60, 150]]]);
  assert.equal(tab.stretches.unsent(), 0);
});

test("what plays before nobody is nobody's", async () => {
  const tab = new Tab();
  tab.play(20);
  await tab.all();
  assert.equal(tab.hall.bodies.length, 0);
});

test("a touch that is taken back within ten seconds is as if it had not been", async () => {
  const tab = new Tab();
  tab.presence.turn(1);
  tab.presence.turn(2);
  tab.play(60);
  tab.presence.turn(2); // The wrong one has gone …
  tab.play(5);
  await tab.sending.send(); // … and a report goes out just then.
  tab.undo();
  tab.play(5);
  tab.presence.turn(3); // The wrong one has come.
  tab.play(5);
  tab.undo();
  tab.play(20);
  await tab.all();
  assert.deepEqual([1, 2, 3].map((one) => tab.hall.seconds(one)), [[[0, 95]], [[0, 95]], []]);
});

test("a reload keeps who is present and what was played, to the second", async () => {
  const tab = new Tab();
  tab.hall.fate = () => "lost";
  tab.presence.turn(1);
  tab.presence.turn(2);
  tab.play(40);
  await tab.all();
  const next = tab.again();
  assert.deepEqual(next.presence.here, [1, 2]);
  next.play(20);
  next.presence.turn(2);
  next.play(20);
  tab.hall.fate = () => "taken";
  await next.all();
  assert.deepEqual([1, 2].map((one) => tab.hall.seconds(one)), [[[0, 80]], [[0, 60]]]);
  assert.equal(next.stretches.unsent(), 0);
});

test("a line that takes requests and loses answers costs nothing and counts nothing twice", async () => {
  const [draw, tab] = [drawn(9), new Tab()];
  tab.hall.fate = () => ["lost", "answer lost", "taken"][Math.floor(3 * draw())];
  const sat = { 1: [], 2: [], 3: [] };
  for (let turn = 0; turn < 25; turn += 1) {
    tab.presence.turn(1 + Math.floor(3 * draw()));
    for (const one of tab.presence.here) sat[one].push([tab.at, tab.at + 15]);
    tab.play(15);
    await tab.sending.send({ all: draw() < 0.5 });
  }
  tab.hall.fate = () => "taken";
  while (tab.stretches.unsent()) await tab.all();
  for (const [one, ranges] of Object.entries(sat)) {
    assert.deepEqual(tab.hall.seconds(Number(one)), new Seconds(LENGTH, ranges).ranges());
  }
});

test("two tabs of one browser know the same people and lose nothing of each other", async () => {
  const one = new Tab();
  one.presence.turn(1);
  const other = new Tab(one);
  one.play(30);
  other.at = 100;
  other.play(30);
  await one.all();
  other.presence.turn(2);
  one.presence.reread();
  one.play(10);
  await other.all();
  assert.deepEqual([1, 2].map((who) => one.hall.seconds(who)), [[[0, 40], [100, 130]], [[30, 40]]]);
});

test("a long pause begins a new stretch: nobody is said to have sat there overnight", async () => {
  const tab = new Tab();
  tab.presence.turn(1);
  tab.play(30);
  tab.clock.now += 12 * 3600 * 1000;
  tab.play(30);
  await tab.all();
  assert.equal(tab.hall.stretches.size, 2);
});

test("a clock that is set back begins a new stretch, which lasts as long as it is played", async () => {
  const tab = new Tab();
  tab.presence.turn(1);
  tab.play(30);
  tab.clock.now -= 3600 * 1000;
  tab.play(300);
  const lasts = [...tab.kept.stretches().values()].map(({ from, to }) => to - from);
  assert.deepEqual(lasts, [30000, 300000]);
});

test("no more may come than the rule allows", () => {
  const tab = new Tab({ most: 2 });
  assert.deepEqual([1, 2, 3].map((one) => tab.presence.turn(one)), [true, true, false]);
  tab.presence.turn(1);
  assert.equal(tab.presence.turn(3), true);
});

test("what is refused is told once, and the rest is struck out", async () => {
  const tab = new Tab();
  tab.hall.refuse = ({ stretches }) => stretches.map(({ number }) => ({ number, person: 2, reason: "elsewhere" }));
  for (const one of [1, 2]) tab.presence.turn(one);
  for (const _ of [1, 2]) {
    tab.play(15);
    await tab.all();
  }
  assert.deepEqual(tab.sending.state.refused, [{ person: 2, reason: "elsewhere" }]);
  assert.equal(tab.stretches.unsent(), 0);
});

test("what a viewing left here, and its end, go out the next day from any page", async () => {
  const tab = new Tab();
  Object.defineProperty(globalThis, "localStorage", { value: tab.storage, configurable: true });
  tab.hall.fate = () => "lost";
  tab.presence.turn(1);
  tab.play(50);
  tab.kept.isEnded = true;
  await tab.all();
  assert.deepEqual([left("7"), await deliverLeft("7", "/viewings/TOKEN/report")], [["viewing"], []]);
  tab.hall.fate = () => "taken";
  assert.deepEqual(await deliverLeft("7", "/viewings/TOKEN/report"), ["viewing"]);
  assert.deepEqual([tab.hall.ended, tab.hall.seconds(1), left("7")], [true, [[0, 50]], []]);
  assert.equal(tab.storage.length, 0);
});

test("another tab leaves what may still be taken back where the viewing goes on", async () => {
  const tab = new Tab({ clock: { now: Date.now() - 55000 } });
  Object.defineProperty(globalThis, "localStorage", { value: tab.storage, configurable: true });
  tab.presence.turn(1);
  tab.play(50);
  tab.presence.turn(2);
  tab.play(4);
  await deliverLeft("7", "/viewings/TOKEN/report");
  assert.deepEqual([1, 2].map((one) => tab.hall.seconds(one)), [[[0, 50]], []]);
  tab.undo();
  tab.kept.isEnded = true;
  await deliverLeft("7", "/viewings/TOKEN/report");
  assert.deepEqual([1, 2].map((one) => tab.hall.seconds(one)), [[[0, 54]], []]);
});

test("the end waits for what the leader's own visit played: no more than that counts for anybody", async () => {
  const tab = new Tab();
  Object.defineProperty(globalThis, "localStorage", { value: tab.storage, configurable: true });
  const visit = { session: "s1", lecture: "HV-01", film: 3, form: "video", length: LENGTH, position: 50 };
  new Outbox("7").add(visit, [[0, 50]], { from: BEGAN, to: BEGAN + 50000 });
  tab.presence.turn(1);
  tab.play(50);
  tab.kept.isEnded = true;
  await deliverLeft("7", "/viewings/TOKEN/report");
  assert.deepEqual([tab.hall.ended, tab.hall.seconds(1), left("7")], [false, [[0, 50]], ["viewing"]]);
});

test("what is refused each time is not sent for ever by one page, and holds up nothing else", async () => {
  const tab = new Tab();
  Object.defineProperty(globalThis, "localStorage", { value: tab.storage, configurable: true });
  tab.presence.turn(1);
  for (let turn = 0; turn < 21; turn += 1) { // More stretches than go in one request.
    tab.form = ["video", "sound"][turn % 2];
    tab.play(5);
  }
  const [{ number }] = tab.stretches.ready({ all: true });
  tab.hall.refuse = ({ stretches }) => stretches.filter((one) => one.number === number)
    .map(({ ranges }) => ({ number, ranges, reason: "clock" }));
  tab.hall.fate = () => (tab.hall.bodies.length > 10 ? "lost" : "taken");
  await deliverLeft("7", "/viewings/TOKEN/report");
  const rest = new Kept(WHO, { storage: tab.storage }).stretches();
  assert.deepEqual([[...rest.keys()], tab.hall.seconds(1)], [[number], [[0, 105]]]);
  assert.ok(tab.hall.bodies.length < 6);
});

test("once it is stated who was there, what still waits is given up with the server's words", async () => {
  const tab = new Tab();
  tab.hall.fate = () => 409;
  tab.presence.turn(1);
  tab.play(20);
  await tab.all();
  assert.deepEqual([tab.sending.state.closed, tab.stretches.unsent()], ["closed", 0]);
});

test("one stretch that the server cannot read holds up no other", async () => {
  const tab = new Tab();
  tab.presence.turn(1);
  tab.play(20);
  tab.presence.turn(2);
  tab.play(20);
  const [bad] = tab.stretches.ready({ all: true });
  tab.hall.fate = ({ stretches }) => (stretches.some(({ number }) => number === bad.number) ? 422 : "taken");
  await tab.all();
  assert.deepEqual([tab.hall.seconds(2), tab.stretches.ready({ all: true })], [[[20, 40]], []]);
});

test("names are found as they are typed in a hurry", () => {
  const name = "Nguyễn Thị Ngọc Ưỡng";
  assert.deepEqual(["ngoc uong", "UON", "ưỡng ng", "", "thi do"].map((typed) => finds(typed, name)), [true, true, true, true, false]);
  assert.ok(finds("dao", "Trần Thị Đào"));
});
