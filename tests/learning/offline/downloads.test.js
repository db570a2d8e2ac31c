import assert from "node:assert/strict";
import test from "node:test";

import { open } from "../../../static/src/js/downloads/opening.js";

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
