import assert from "node:assert/strict";
import test from "node:test";

import { Warnings } from "../../../static/src/js/watching/warnings.js";

/** Things in order, as far as warnings are moved about. */
class Place {
  constructor(name) { Object.assign(this, { name, holds: [] }); }
  append(one) {
    if (one.in) one.in.holds = one.in.holds.filter((other) => other !== one);
    this.holds.push(one);
    one.in = this;
  }
  before(other) { this.#beside(other, 0); }
  after(other) { this.#beside(other, 1); }
  #beside(other, offset) {
    if (other.in) other.in.holds = other.in.holds.filter((one) => one !== other);
    this.in.holds.splice(this.in.holds.indexOf(this) + offset, 0, other);
    other.in = this.in;
  }
  get names() { return this.holds.map(({ name }) => name).filter(Boolean); }
}

test("what warns is within the full screen, and afterwards where it was", () => {
  const [page, place, box] = [new Place(), new Place(), {}];
  for (const name of ["map", "over", "held", "waits"]) page.append(new Place(name));
  const warns = page.holds.filter(({ name }) => ["over", "waits"].includes(name));
  globalThis.document = Object.assign(new EventTarget(), { createComment: () => new Place() });
  const turn = (element) => {
    document.fullscreenElement = element;
    document.dispatchEvent(new Event("fullscreenchange"));
  };
  box.querySelector = () => place;
  new Warnings({ page: { querySelector: () => box, querySelectorAll: () => warns } });

  turn(box);
  assert.deepEqual([page.names, place.names], [["map", "held"], ["over", "waits"]]);
  turn(null);
  assert.deepEqual([page.names, place.names], [["map", "over", "held", "waits"], []]);
});
