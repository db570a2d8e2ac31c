import assert from "node:assert/strict";
import test from "node:test";
import { setImmediate as turn } from "node:timers/promises";

globalThis.document = { documentElement: { lang: "vi" } };
globalThis.location = "http://localhost/media/upload";
const { Queue } = await import("../../static/src/js/uploading/queue.js");
const { fingerprint } = await import("../../static/src/js/uploading/fingerprint.js");

/** As much of an element as a row is drawn with: what is looked for in it is there. */
class Element {
  parts = new Map();

  dataset = {};

  get content() { return this; }

  get firstElementChild() { return this.querySelector("first"); }

  querySelector(name) {
    if (!this.parts.has(name)) this.parts.set(name, new Element());
    return this.parts.get(name);
  }

  closest(name) { return this.querySelector(name); }

  querySelectorAll() { return []; }

  cloneNode() { return new Element(); }

  addEventListener() {}

  setAttribute() {}

  toggleAttribute() {}

  prepend() {}
}

const FILE = new File(["pictures and sound"], "phim.mp4");
const OTHER = { state: "sending", address: "/uploads/other", facts: {} }; // Till it is sent, the rest waits.
const KNOWN = { address: "/uploads/1", name: "phim.mp4", length: FILE.size, received: 5, state: "receiving", title: "Phim" };

/** A page whose requests are answered when the test says so, by method. */
function page() {
  const place = new Element();
  place.dataset.endpoint = "/uploads";
  const asked = [];
  globalThis.fetch = (_address, { method = "GET" }) => new Promise((answer) => { asked.push({ method, answer }); });
  const titles = { unsent: () => null, send() {}, typed() {} };
  const sentences = new Proxy({}, { get: () => "" });
  const queue = new Queue(place, { list: new Element(), template: new Element(), sentences, csrf: "c", titles });
  queue.rows.push(OTHER);
  return { queue, asked, methods: () => asked.map(({ method }) => method) };
}

async function aWhile() {
  for (let turns = 0; turns < 50; turns += 1) await turn();
}

const told = async (...uploads) => Response.json({ uploads: await Promise.all(uploads) });
const known = async () => ({ ...KNOWN, fingerprint: await fingerprint(FILE) });
const begun = () => new Response(null, { status: 201, headers: { Location: KNOWN.address } });

test("a file that is chosen before the page knows what was on its way goes on where it was", async () => {
  const { queue, asked, methods } = page();
  queue.look();
  const adding = queue.add([FILE]);
  await aWhile();
  asked[0].answer(await told(known()));
  await aWhile();
  asked[1]?.answer(begun());
  await adding;
  assert.deepEqual(methods(), ["GET"]);
  assert.deepEqual(queue.rows.map(({ address, state }) => [address, state]), [["/uploads/1", "waiting"], ["/uploads/other", "sending"]]);
});

test("a file that is begun while the page asks what there is has one row", async () => {
  const { queue, asked, methods } = page();
  const looking = queue.look();
  asked[0].answer(await told());
  await looking;
  const adding = queue.add([FILE]);
  while (asked.length < 2) await turn();
  const again = queue.look();
  assert.deepEqual(methods(), ["GET", "POST", "GET"]);
  asked[2].answer(await told(known()));
  await aWhile();
  asked[1].answer(begun());
  await Promise.all([adding, again]);
  assert.deepEqual(queue.rows.map(({ address }) => address), ["/uploads/1", "/uploads/other"]);
});
