import assert from "node:assert/strict";
import test from "node:test";

import { nextPiece, piecesOf } from "../../../static/src/js/watching/sound.js";

const PLAYLIST = `#EXTM3U
#EXT-X-TARGETDURATION:12
#EXT-X-MAP:URI="/f/opus.m4a",BYTERANGE="700@0"
#EXTINF:12.000000,
#EXT-X-BYTERANGE:24000@700
/f/opus.m4a
#EXTINF:3.5,
#EXT-X-BYTERANGE:7000@24700
/f/opus.m4a
#EXT-X-ENDLIST
`;
const MANY = Array.from({ length: 30 }, (_, n) => ({ start: n * 12, end: (n + 1) * 12 }));

test("a playlist of one file says where its head and its pieces lie", () => {
  const { url, head, pieces } = piecesOf(PLAYLIST, "http://host/media/opus.m3u8");
  assert.equal(url, "http://host/f/opus.m4a");
  assert.deepEqual(head, { first: 0, last: 699 });
  assert.deepEqual(pieces[1], { start: 12, end: 15.5, first: 24700, last: 31699 });
});

test("the piece she hears is fetched first, then what follows, two minutes ahead and no more", () => {
  const ask = (position, buffered, done) => nextPiece({ pieces: MANY, position, buffered, done });
  assert.equal(ask(100, []), 8);
  assert.equal(ask(100, [[96, 108.01]]), 9);
  assert.equal(ask(0, [[0, 105]]), 8);
  assert.equal(ask(0, [[0, 108.5]]), -1);
  assert.equal(ask(350, [[336, 359.9]]), -1);
  assert.equal(ask(100, [[96, 107.6]], 8), 9); // The piece ends a little early: not for ever the same.
});
