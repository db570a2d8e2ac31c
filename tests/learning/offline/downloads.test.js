import assert from "node:assert/strict";
import test from "node:test";

import { Copy } from "../../../static/src/js/downloads/copy.js";
import { open } from "../../../static/src/js/downloads/opening.js";
import { drop, end } from "../../../static/src/js/offline/leases.js";
import { phone, Server } from "./pieces.js";

/** A page with one card, shown by what `load` gives; `said` is what was told to stand in the way. */
function shown({ load, isAble = () => true }) {
  const one = { said: [], page: new EventTarget() };
  const parts = [{ root: "card", load }, { root: null, load: () => assert.fail("nothing shows it") }];
  one.done = open(parts, { isAble, person: 7, page: one.page, say: (problem) => one.said.push(problem) });
  return one;
}

const card = (look) => class { look() { return look(); } };

test("what shows downloads and does not come blames no phone, and is fetched again when the line is back", async () => {
  let isThere = false;
  const looked = [];
  const page = shown({ load: async () => {
    if (!isThere) throw new TypeError("Failed to fetch dynamically imported module");
    return card(async () => looked.push(1));
  } });
  await page.done;
  assert.deepEqual(page.said, ["late"]);

  isThere = true;
  page.page.dispatchEvent(new Event("online"));
  await new Promise(setImmediate);
  assert.deepEqual([page.said, looked], [["late", ""], [1]]);
});

test("a browser that can keep nothing is told so", async () => {
  const cannot = shown({ load: () => assert.fail("nothing is fetched"), isAble: () => false });
  const closed = shown({ load: async () => card(() => Promise.reject(new DOMException("no", "UnknownError"))) });
  await Promise.all([cannot.done, closed.done]);
  assert.deepEqual([cannot.said, closed.said], [["cannot"], ["", "cannot"]]);
});

test("a copy that another tab deleted is gone at the next press, not broken", async () => {
  for (const vanish of [drop, (token) => end(token, "deleted")]) {
    await phone();
    const lease = await new Server().lend();
    const seen = [];
    const view = { root: new EventTarget(), again: () => {}, show: ({ state }) => seen.push(state) };
    const copy = new Copy(view, { onGone: () => seen.push("gone") });
    copy.take({ ...lease, state: "paused" });
    await vanish(lease.lease);
    await copy.press("resume");
    assert.deepEqual(seen, ["paused", "gone"]);
  }
});

test("a full phone says what it lacks, all the rest where the browser does not tell what is left", async () => {
  await phone();
  const lease = { ...(await new Server().lend()), state: "paused", error: "room", size: 9e6, done: 4e6 };
  for (const [quota, lacks] of [[11 * 1024 * 1024, 5e6 - 1024 * 1024], [1e12, 5e6]]) {
    const storage = { estimate: async () => ({ quota, usage: 0 }) };
    Object.defineProperty(globalThis, "navigator", { value: { storage }, configurable: true });
    const told = [];
    const view = { root: new EventTarget(), show: () => {}, figure: (facts) => told.push(facts) };
    new Copy(view).take(lease);
    await new Promise(setImmediate);
    assert.deepEqual(told, [{ lacks }]);
  }
});

test("that it was tried in vain is said until more of it is here, whatever came and found no room", async () => {
  const part = { dataset: { known: "tried" }, hidden: true };
  const found = (query) => (query === "[data-known]" ? [part] : []);
  globalThis.document = { activeElement: null, documentElement: { lang: "vi" } };
  const { View } = await import("../../../static/src/js/downloads/view.js");
  const view = new View({ querySelector: () => null, querySelectorAll: found, contains: () => false });
  const full = { state: "paused", problem: "room", done: 2 };
  view.show(full);
  view.again();
  view.show(full);
  assert.equal(part.hidden, false);

  view.again();
  for (const done of [2, 3]) view.show({ state: "fetching", problem: "", done });
  view.show(full);
  assert.equal(part.hidden, false);

  view.again();
  for (const done of [2, 3]) view.show({ state: "fetching", problem: "", done });
  view.show({ ...full, done: 3 });
  assert.equal(part.hidden, true);
});
