import assert from "node:assert/strict";
import test from "node:test";

import { meaning } from "../../../static/src/js/watching/keys.js";
import { Missing, nextPart } from "../../../static/src/js/watching/missing.js";
import { pictures } from "../../../static/src/js/watching/preview.js";
import { Seconds } from "../../../static/src/js/watching/seconds.js";
import { beside } from "../../../static/src/js/watching/speed.js";

test("the next missing part lies ahead, the long before the short, and after the last the first", () => {
  const missing = [[0, 20], [30, 32], [40, 60]];
  assert.deepEqual(nextPart(missing, 5), [0, 20]);
  assert.deepEqual(nextPart(missing, 20), [40, 60]);
  assert.deepEqual(nextPart(missing, 60), [0, 20]);
  assert.deepEqual(nextPart([[30, 32]], 50), [30, 32]);
  assert.equal(nextPart([], 5), null);
});

test("speed goes by steps both ways and stays at either end", () => {
  assert.deepEqual([beside(1, 1), beside(1, -1), beside(2, 1), beside(0.5, -1)], [1.25, 0.75, 2, 0.5]);
});

test("keys mean the same with and without capitals; other letters mean nothing", () => {
  assert.deepEqual(meaning("F"), meaning("f"));
  assert.deepEqual(meaning("7"), { name: "tenth", by: 7 });
  assert.deepEqual([meaning("<").by, meaning(">").by], [-1, 1]);
  assert.equal(meaning("x"), undefined);
  assert.equal(meaning("Enter"), undefined);
});

test("a storyboard says which picture stands at which second", () => {
  const text = "WEBVTT\n\n00:00.000 --> 00:05.000\n/f/a.webp#xywh=0,0,160,90\n\n01:00:05.000 --> 01:00:08.500\n/f/a.webp#xywh=160,90,160,90\n";
  const [first, last] = pictures(text, "http://here/media/s.vtt");
  assert.equal(pictures(text, "http://here/").length, 2);
  assert.deepEqual([first.start, first.end, first.url], [0, 5, "http://here/f/a.webp"]);
  assert.deepEqual([last.start, last.end, last.x, last.y], [3605, 3608.5, 160, 90]);
});

/** A player that jumps at once; what is played is told by hand. */
class Film extends EventTarget {
  constructor(held, lacking) {
    super();
    const part = () => Object.assign(new EventTarget(), { setAttribute() {}, hidden: false });
    const parts = { '[data-do="missing"]': part(), "[data-missing]": part() };
    Object.assign(this, { position: 0, isStarted: true, isPaused: true, heard: [] });
    this.page = { querySelector: (name) => parts[name] };
    this.button = parts['[data-do="missing"]'];
    this.video = Object.assign(new EventTarget(), { seeking: false, ended: false });
    this.state = { held: new Seconds(100, held), unsent: new Seconds(100), lacking };
  }
  tell(name) { this.heard.push(name); this.dispatchEvent(new CustomEvent(name)); }
  on(name, act) { this.addEventListener(name, act); }
  play() { this.isPaused = false; }
  pause() { this.isPaused = true; }
  seek(second) { this.tell("move"); this.position = second; this.play(); }
  async playTo(second) {
    await null; // The jump is over.
    this.state.unsent.add([[Math.ceil(this.position), second]]);
    this.position = second;
    this.video.dispatchEvent(new Event("timeupdate"));
    await null;
  }
}

test("only what is missing is played, part after part, until it counts", async () => {
  const film = new Film([[20, 60], [80, 90]], 30);
  new Missing(film);
  film.button.dispatchEvent(new Event("click"));
  assert.equal(film.isPaused, false);
  await film.playTo(20);
  assert.equal(film.position, 59); // One second before the next, for the beginning of the sentence.
  await film.playTo(80);
  assert.equal(film.isPaused, true); // 40 of the 30 that lacked: enough.
  assert.ok(!film.heard.includes("through")); // Not before the server has said so.
  film.state.lacking = 0;
  film.tell("seen");
  assert.ok(film.heard.includes("through"));
});

test("whoever seeks by herself has left the missing parts", async () => {
  const film = new Film([[20, 60]], 50);
  new Missing(film);
  film.button.dispatchEvent(new Event("click"));
  await null;
  film.seek(70);
  await film.playTo(71);
  assert.equal(film.position, 71);
});
