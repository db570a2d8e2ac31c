import assert from "node:assert/strict";
import test from "node:test";
import { setImmediate as turn } from "node:timers/promises";

import { Saving } from "../../../static/src/js/editing/saving.js";

globalThis.FormData = class {
  constructor({ words }) { this.words = words; }

  * [Symbol.iterator]() { yield* Object.entries(this.words); }
};

/** An editor whose browser takes its time to keep words, and whose server answers as it is told. */
function editor(context, answer) {
  const told = [];
  const kept = Promise.withResolvers();
  const form = { dataset: { saveUrl: "/draft" }, elements: { writer: {}, revision: { value: "1" } }, words: { title: "Sổ" } };
  const saving = new Saving({ form, store: { keep: () => kept.promise }, writer: "w", csrf: "c", tell: (state) => told.push(state) });
  globalThis.fetch = async () => {
    if (!answer) throw new TypeError("no line");
    return Response.json({}, { status: answer });
  };
  context.after(() => {
    saving.stopped = true;
    clearTimeout(saving.timer);
  });
  return { saving, told, kept };
}

/** Write, send at once, and wait until the server's answer has long come. */
async function written({ saving }) {
  saving.touched();
  const sending = saving.send();
  for (let turns = 0; turns < 40; turns += 1) await turn();
  return { sending };
}

for (const [answer, state] of [[null, "offline"], [401, "signed-out"], [409, "conflict"]]) {
  test(`what is said of words that were not sent (${state}) is said when they are kept, and stays`, async (context) => {
    const desk = editor(context, answer);
    const { sending } = await written(desk);
    assert.deepEqual(desk.told, []);
    desk.kept.resolve();
    await sending;
    await turn();
    assert.deepEqual(desk.told, ["unsent", state]);
  });
}

test("nobody is told that words are kept which the browser would not keep", async (context) => {
  const desk = editor(context, null);
  desk.kept.reject(new Error("full"));
  const { sending } = await written(desk);
  await sending;
  assert.equal(desk.told.at(-1), "unkept");
});
