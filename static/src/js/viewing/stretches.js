// What was played before whom. A stretch goes on while the same people sit there and the form is the
// same; a long pause ends it too, so that nobody is said to have sat there meanwhile, and so does a
// clock that is set: a stretch lasts as long as its own times say, and counts for no more. How far the
// clock was off is kept with it: whatever it is set to until there is a line, these times stay right.

import { Seconds } from "../watching/seconds.js";
import { UNDO } from "./presence.js";

const BATCH = 20;
const PAUSE = 60000; // Milliseconds.
const MOST = 2 ** 31 - 1;

/** A number that no other tab or device of the leader draws. */
function drawnNumber() { return 1 + (crypto.getRandomValues(new Uint32Array(1))[0] % MOST); }

const same = (one, other) => one.length === other.length && one.every((person, place) => person === other[place]);

export class Stretches {
  constructor(kept, length, { now = Date.now, draw = drawnNumber } = {}) {
    Object.assign(this, { kept, length, now, draw, sent: new Set(), unreadable: new Set() });
  }

  /** Add seconds that were just played before these people; before nobody they are nobody's. */
  add(ranges, { from, to }, { form, present }) {
    const before = this.#goesOn({ form, present, from });
    if (!present.length) return;
    const stretch = before ?? { number: this.draw(), form, present, ranges: [], from, to, madeAt: this.now() };
    const seconds = new Seconds(this.length, stretch.ranges);
    seconds.add(ranges);
    const ahead = stretch.ahead ?? this.clocks?.known;
    this.kept.put({ ...stretch, ahead, ranges: seconds.ranges(), to: Math.max(stretch.to, to) });
    this.current = stretch.number;
  }

  #goesOn({ form, present, from }) {
    const last = this.kept.get(this.current);
    const isSame = last && last.form === form && same(last.present, present) && Math.abs(from - last.to) < PAUSE;
    if (!isSame) this.#end();
    return isSame ? last : null;
  }

  /** The present one grows no more: nothing is kept of what was acknowledged whole. */
  #end() {
    const last = this.kept.get(this.current);
    if (last && !last.ranges.length) this.kept.forget(last.number);
    this.current = undefined;
  }

  /** A touch is taken back: what was played since then and has not gone out is put right. */
  amend({ person, at, isHere }) {
    for (const stretch of [...this.kept.mine.values()]) {
      if (stretch.madeAt < at || this.sent.has(stretch.number)) continue;
      const others = stretch.present.filter((one) => one !== person);
      const present = (isHere ? [...others, person] : others).sort((a, b) => a - b);
      if (present.length) this.kept.put({ ...stretch, present });
      else this.kept.forget(stretch.number);
    }
  }

  /** Seconds that are not acknowledged. */
  unsent() {
    const seconds = new Seconds(this.length);
    for (const { ranges } of this.kept.stretches().values()) seconds.add(ranges);
    return seconds.size;
  }

  /** What is to be sent now, the oldest first; who can still be taken back waits, unless all go. */
  ready({ all = false } = {}) {
    const isOld = ({ madeAt }) => Math.abs(this.now() - madeAt) >= UNDO; // Whichever way the clock was set.
    const sendable = [...this.kept.stretches().values()]
      .filter((one) => one.ranges.length && !this.unreadable.has(one.number) && (all || isOld(one)));
    return sendable.sort((a, b) => a.from - b.from).slice(0, BATCH);
  }

  went(batch) { for (const { number } of batch) this.sent.add(number); }

  /** The server cannot read this one: it stays here, and goes out no more from this page. */
  blame({ number }) { this.unreadable.add(number); }

  /** Strike out what was acknowledged; what the server may count later comes back. */
  settle(batch, refused = []) {
    for (const sent of batch) {
      const stretch = this.kept.get(sent.number);
      if (!stretch) continue; // Another tab had it acknowledged meanwhile.
      const rest = new Seconds(this.length, stretch.ranges);
      rest.remove(sent.ranges);
      for (const { number, ranges } of refused) if (number === sent.number) rest.add(ranges ?? []);
      if (rest.size || sent.number === this.current) this.kept.shorten({ ...stretch, ranges: rest.ranges() });
      else this.kept.forget(sent.number);
    }
  }

  /** The viewing is closed to all that still waits here. */
  forgetAll() { for (const number of this.kept.stretches().keys()) this.kept.forget(number); }
}

/** What is said of a stretch to the server: by a clock that is `now` so far ahead. */
export function said({ number, form, present, ranges, from, to, ahead }, now) {
  const moved = Number.isFinite(ahead) && Number.isFinite(now) ? now - ahead : 0;
  return { number, form, present, ranges, from: from + moved, to: to + moved };
}
