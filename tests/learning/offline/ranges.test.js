import assert from "node:assert/strict";
import test from "node:test";

import { headersFor, rangeOf, refusedFor } from "../../../static/src/js/worker/ranges.js";

const SIZE = 1000;
const bytesOf = (header) => {
  const range = rangeOf(header, SIZE);
  return range && [range.start, range.end, range.isPart];
};

test("a range is from a byte to a byte, from one on, or so many at the end; none leaves the file", () => {
  assert.deepEqual(bytesOf("bytes=0-0"), [0, 1, true]);
  assert.deepEqual(bytesOf("bytes=100-199"), [100, 200, true]);
  assert.deepEqual(bytesOf("bytes=900-"), [900, 1000, true]);
  assert.deepEqual(bytesOf("bytes=-300"), [700, 1000, true]);
  assert.deepEqual(bytesOf("bytes=-5000"), [0, 1000, true]);
  assert.deepEqual(bytesOf("bytes=0-5000"), [0, 1000, true]);
  assert.deepEqual(bytesOf(" BYTES=0-999 "), [0, 1000, true]);
});

test("without a range, or with what is none, the whole file comes and says so", () => {
  const whole = [0, SIZE, false];
  for (const header of [null, false, "", "bytes=-", "bytes=7-3", "bytes=0-1,5-9", "lines=1-2", "bytes=a-b"]) {
    assert.deepEqual(bytesOf(header), whole, String(header));
  }
});

test("bytes that the file does not have are refused, and how many there are is told", () => {
  assert.equal(rangeOf("bytes=1000-", SIZE), null);
  assert.equal(rangeOf("bytes=1000-2000", SIZE), null);
  assert.equal(rangeOf("bytes=-0", SIZE), null);
  assert.equal(rangeOf("bytes=0-", 0), null);
  assert.equal(refusedFor(SIZE)["Content-Range"], "bytes */1000");
});

test("the last byte is named, not the one after it; a whole file names none", () => {
  const part = headersFor("video/mp4", rangeOf("bytes=100-199", SIZE), SIZE);
  assert.deepEqual([part["Content-Range"], part["Content-Length"]], ["bytes 100-199/1000", "100"]);
  assert.equal(headersFor("video/mp4", rangeOf(null, SIZE), SIZE)["Content-Range"], undefined);
});
