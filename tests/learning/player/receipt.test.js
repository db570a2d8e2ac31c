import assert from "node:assert/strict";
import test from "node:test";

import { ReceiptView } from "../../../static/src/js/watching/receipt.js";
import { Page } from "./pieces.js";

/** What a receipt shows of these parts, at the beginning and as the line comes and goes. */
function receipt(names) {
  const parts = new Map(names.map((name) => [name, { hidden: true, textContent: "" }]));
  const [page, lines] = [new Page(), new EventTarget()];
  const querySelectorAll = (selector) => [parts.get(selector.split('"')[1])].filter(Boolean);
  globalThis.addEventListener = (...heard) => lines.addEventListener(...heard);
  Object.defineProperty(globalThis, "navigator", { value: { onLine: true }, configurable: true });
  Object.assign(page.state, { isKept: true, isOver: false, busyUntil: 0 });
  new ReceiptView(Object.assign(page, { page: { querySelectorAll }, on() {} }));
  const turn = (name) => {
    globalThis.navigator.onLine = name === "online";
    lines.dispatchEvent(new Event(name));
    return names.filter((one) => !parts.get(one).hidden);
  };
  return { turn, state: page.state };
}

test("without a line it says at once that what is watched stays here, before anything was sent in vain", () => {
  const { turn, state } = receipt(["away", "phone", "busy"]);
  assert.deepEqual(turn("offline"), ["away"]);
  state.unsent.add([[0, 3]]);
  assert.deepEqual(turn("offline"), ["phone"]);
  assert.deepEqual(turn("online"), []); // The line is good, as far as anybody knows.
  state.reached = false;
  assert.deepEqual(turn("online"), ["phone"]);
});
