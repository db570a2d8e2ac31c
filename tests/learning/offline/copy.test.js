import assert from "node:assert/strict";
import test from "node:test";

import { change } from "../../../static/src/js/offline/database.js";
import { alter, leaseOf } from "../../../static/src/js/offline/leases.js";
import { addressOf, Copy } from "../../../static/src/js/watching/copy.js";
import { Player } from "../../../static/src/js/watching/player.js";
import { LENGTH, phone, Server } from "./pieces.js";

const FACTS = { person: "7", version: "3", lecture: "HV-01", length: LENGTH, held: "[]", lacking: "96", position: "0" };
const DAY = 24 * 3600 * 1000;

/** A film that plays as soon as it is told to, of whatever it is given. */
class Video extends EventTarget {
  paused = true;
  currentTime = 0;
  get readyState() { return this.src ? 4 : 0; }
  removeAttribute(name) { delete this[name]; }
  pause() {
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
  async play() {
    this.paused = false;
    this.dispatchEvent(new Event("play"));
  }
}

/** One way to watch, as the page offers it. */
function way(value, checked = false) {
  const size = { textContent: "40 MB" };
  return { value, checked, dataset: { url: `/media/${value}.m3u8`, form: "video" }, size, closest: () => ({ querySelector: () => size }) };
}

/** A lecture page with two ways to watch, the first of which is chosen. */
function opened(facts = {}) {
  const ways = [way("240p", true), way("sound")];
  const chosen = () => ways.find(({ checked }) => checked);
  Object.assign(globalThis, {
    document: { querySelector: chosen, querySelectorAll: () => ways, readyState: "loading" },
    location: { search: "" }, addEventListener() {}, fetch: async () => ({}),
  });
  const player = new Player({ querySelector: () => new Video(), dataset: { ...FACTS, ...facts } });
  const ears = [];
  const page = {
    navigator: { onLine: true, serviceWorker: { controller: {} } },
    BroadcastChannel: class { addEventListener(_name, hear) { ears.push(hear); } },
  };
  new Copy(player, page);
  return { player, page, ways, hear: (data) => ears.forEach((one) => one({ data })) };
}

/** Her copy of the film in the way that the page has chosen. */
async function copied() {
  await phone();
  const { lease } = await new Server().lend();
  const parts = [{ name: "240p.m3u8", type: "application/vnd.apple.mpegurl" }];
  await alter(lease, (one) => ({ ...one, state: "ready", weight: "240p", parts }));
  await change(["chunks"], ({ store }) => store.put("bytes", [lease, "240p.m3u8", 0]));
  return leaseOf(lease);
}

/** Wait for what takes some turns of the database. */
async function until(isSo) {
  for (let turn = 0; turn < 500 && !isSo(); turn += 1) await new Promise((done) => { setTimeout(done, 2); });
  assert.ok(isSo());
}

test("a film whose copy came while it played goes on from the copy when the line is gone", async () => {
  await phone();
  const { player, page, ways: [way240], hear } = opened();
  await player.play();
  const lease = await copied();
  hear({ lease: lease.lease, state: "ready" });
  await until(() => way240.dataset.lease);
  assert.match(player.video.src, /^\/media/); // Nothing is broken off that plays.

  page.navigator.onLine = false;
  player.video.dispatchEvent(new Event("waiting"));
  await until(() => player.video.src === addressOf(lease));
  assert.equal(player.state.lease.lease, lease.lease);
  player.pause();
});

test("a way that is chosen while the first is still coming is the one that plays", async () => {
  await phone();
  const { player, ways: [first, second] } = opened();
  await player.prepared;
  const started = player.play();
  await null;
  first.checked = false;
  await player.change(Object.assign(second, { checked: true }));
  await started;

  assert.equal(player.video.src, "/media/sound.m3u8");
  player.pause();
});

test("that a film stopped coming is told where there is no copy, and where it was deleted", async () => {
  await phone();
  const { player, hear } = opened();
  await player.prepared;
  assert.equal(player.spare(), false);

  const { lease } = await copied();
  hear({ lease, state: "ready" });
  await until(() => player.lease);
  hear({ lease, state: "ended" });
  assert.equal(player.spare(), false);
});

test("a copy whose days are over stops, be it found out before or after play was pressed", async () => {
  const { lease } = await copied();
  await alter(lease, (one) => ({ ...one, expires: Date.now() - DAY }));
  const { player } = opened({ lease });
  await player.prepared;
  assert.ok(player.state.isOver);

  await player.video.play(); // As of one that was pressed before.
  assert.ok(player.video.paused);
});
