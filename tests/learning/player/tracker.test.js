import assert from "node:assert/strict";
import test from "node:test";

import { Seconds } from "../../../static/src/js/watching/seconds.js";
import { Tracker } from "../../../static/src/js/watching/tracker.js";
import { drawn, Film, LENGTH } from "./pieces.js";

function watched() {
  const film = new Film();
  const seconds = new Seconds(LENGTH);
  const times = [];
  const played = (ranges, when) => { seconds.add(ranges); times.push(when); };
  new Tracker(film, played, { now: () => film.clock, date: () => 1e12 + film.clock });
  return { film, times, ranges: () => seconds.ranges() };
}

test("plain playing is every second of it", () => {
  const { film, ranges, times } = watched();
  film.play();
  film.run(5.2);
  film.pause();
  assert.deepEqual(ranges(), [[0, 5]]);
  assert.deepEqual(times[0], { from: 1e12, to: 1e12 + 1000 });
});

test("a pause or a wait in the middle of a second takes nothing away", () => {
  const { film, ranges } = watched();
  film.play();
  film.run(2.5);
  film.pause();
  film.clock += 60000;
  film.play();
  film.run(2);
  film.wait();
  film.clock += 9000;
  film.goOn();
  film.run(1);
  assert.deepEqual(ranges(), [[0, 5]]);
});

test("what the position does while it waits was not played", () => {
  const { film, ranges } = watched();
  film.play();
  film.run(2.5);
  film.wait();
  for (let n = 0; n < 20; n += 1) film.step(0.25, 0.25);
  film.goOn();
  film.run(3);
  assert.deepEqual(ranges(), [[0, 2], [8, 10]]);
});

test("a jump is not what lies between, forward or back", () => {
  const { film, ranges } = watched();
  film.play();
  film.run(2);
  film.seek(50);
  film.run(2);
  film.seek(10.5);
  film.run(2);
  assert.deepEqual(ranges(), [[0, 2], [11, 12], [50, 52]]);
});

test("faster than twice is not watching; twice is", () => {
  const { film, ranges } = watched();
  film.play();
  film.playbackRate = 2;
  film.tell("ratechange");
  film.run(5);
  film.playbackRate = 2.5;
  film.tell("ratechange");
  film.run(4);
  assert.deepEqual(ranges(), [[0, 10]]);
});

test("a tab that slept counts what its film played, not what the clock did", () => {
  const { film, ranges } = watched();
  film.play();
  film.run(1);
  film.step(8, 8); // Looked at late: it had played on.
  film.step(3600, 0.2); // The machine slept, and the film with it.
  film.run(1);
  assert.deepEqual(ranges(), [[0, 10]]);
});

test("a position that leaps without a seek, and an error, begin anew", () => {
  const { film, ranges } = watched();
  film.play();
  film.run(2);
  film.step(0.25, 30);
  film.run(1);
  film.error = { code: 2 };
  film.run(3);
  assert.deepEqual(ranges(), [[0, 2], [32, 33]]);
});

test("in any order of what can happen, no second is claimed that was not played through", () => {
  for (let seed = 1; seed <= 150; seed += 1) tryOut(drawn(seed));
});

/** Play by lot, and keep by hand which tenths of a second were really played; the first is rounded. */
function tryOut(random) {
  const { film, ranges } = watched();
  const really = new Set();
  film.play();
  for (let turn = 0; turn < 60; turn += 1) {
    const place = Math.floor(random() * 6);
    if (place < 3) playOn(film, really, random);
    else if (place === 3) film.seek(Math.floor(random() * 1000) / 10);
    else if (place === 4) { film.pause(); film.clock += 5000; film.play(); }
    else { film.wait(); film.clock += random() * 20000; film.goOn(); }
  }
  for (const [start, end] of ranges()) {
    for (let tenth = start * 10; tenth < end * 10; tenth += 1) {
      assert.ok(really.has(tenth) || tenth % 10 === 0, `${tenth / 10} was claimed`);
    }
  }
}

function playOn(film, really, random) {
  const ticks = 1 + Math.floor(random() * 12);
  for (let n = 0; n < ticks && film.currentTime < LENGTH - 1; n += 1) {
    const begun = Math.round(film.currentTime * 10);
    const tenths = 1 + Math.floor(random() * 4);
    film.step(tenths / 10, (begun + tenths) / 10 - film.currentTime);
    for (let tenth = begun; tenth < begun + tenths; tenth += 1) really.add(tenth);
  }
}
