import assert from "node:assert/strict";
import test from "node:test";

import { missingOf } from "../../../static/src/js/watching/missing.js";
import { Seconds } from "../../../static/src/js/watching/seconds.js";

test("what waits on this phone is not missing, whatever the server holds", () => {
  const of = (held, unsent) => missingOf({ held: new Seconds(90, held), unsent: new Seconds(90, unsent) });
  assert.deepEqual(of([], [[0, 90]]), []);
  assert.deepEqual(of([[0, 20]], [[30, 40], [60, 90]]), [[20, 30], [40, 60]]);
});
