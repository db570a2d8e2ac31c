// A set of whole seconds of one medium, as the server keeps it: second k runs from k to k+1.

export class Seconds {
  constructor(length, ranges = []) {
    this.bits = new Uint8Array(length);
    this.add(ranges);
  }

  get length() { return this.bits.length; }
  get size() { return this.bits.reduce((sum, bit) => sum + bit, 0); }

  add(ranges) { this.#fill(ranges, 1); }
  remove(ranges) { this.#fill(ranges, 0); }

  /** What leaves the medium is left out, as is a range turned round. */
  #fill(ranges, bit) {
    for (const [start, end] of ranges) this.bits.fill(bit, Math.max(0, start), Math.max(0, end));
  }

  ranges() {
    const found = [];
    for (let at = 0; at < this.length; at += 1) {
      if (!this.bits[at]) continue;
      const start = at;
      while (this.bits[at]) at += 1;
      found.push([start, at]);
    }
    return found;
  }

  /** The stretches that are not in the set. */
  missing() {
    const rest = new Seconds(this.length, [[0, this.length]]);
    rest.remove(this.ranges());
    return rest.ranges();
  }

  /** Which part (0–1) of the time from start up to end is in the set. */
  share(start, end) {
    return end > start ? this.bits.subarray(start, end).reduce((a, b) => a + b, 0) / (end - start) : 0;
  }
}
