import assert from "node:assert/strict";
import test from "node:test";

import { isSlow } from "../../../static/src/js/watching/choices.js";

test("a line is slow up to 3G, or where the phone asks to save data; who says nothing is not guessed", () => {
  const lines = ["slow-2g", "2g", "3g", "4g"].map((effectiveType) => isSlow({ effectiveType }));
  assert.deepEqual(lines, [true, true, true, false]);
  assert.equal(isSlow({ saveData: true, effectiveType: "4g" }), true);
  assert.equal(isSlow(undefined), undefined);
});
