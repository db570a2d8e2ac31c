import assert from "node:assert/strict";
import test from "node:test";

import { follow, namedIn } from "../../../static/src/js/worker/assets.js";
import { isNobody } from "../../../static/src/js/worker/ours.js";
import { answered } from "../../../static/src/js/worker/pages.js";

const OURS = { "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'" };
const page = (status, headers = OURS) => new Response("", { status, headers });
const never = () => new Promise(() => {});
const copy = page(200);
const shell = page(200);

/** What is shown where the network, the copy and the silence are as given. */
const shown = (given) => answered({ copy: async () => null, page: async () => shell, silence: never, ...given });

test("what the network says is shown, be it good, forbidden or broken", async () => {
  for (const status of [200, 403, 404, 500, 503]) {
    const answer = page(status);
    assert.equal(await shown({ network: async () => answer, copy: async () => copy }), answer);
  }
});

test("without a line the copy is shown, or the page that leads to what is here; or none, if that is lost", async () => {
  const network = async () => { throw new TypeError("Failed to fetch"); };
  assert.equal(await shown({ network, copy: async () => copy }), copy);
  assert.equal(await shown({ network }), shell);
  await assert.rejects(shown({ network, page: async () => undefined }), /Failed to fetch/);
});

test("a proxy that answers for a dead server is heard only where there is no copy", async () => {
  const answer = page(502, { "Content-Type": "text/html" });
  assert.equal(await shown({ network: async () => answer, copy: async () => copy }), copy);
  assert.equal(await shown({ network: async () => answer }), answer);
  assert.deepEqual([isNobody(answer), isNobody(page(500)), isNobody(page(404, {}))], [true, false, false]);
});

test("after a silence the copy is shown; who has none goes on waiting", async () => {
  const silence = async () => {};
  const late = page(200);
  let speak;
  const network = () => new Promise((done) => { speak = done; });
  assert.equal(await shown({ network, silence, copy: async () => copy }), copy);
  const waiting = shown({ network, silence });
  speak(late);
  assert.equal(await waiting, late);
});

test("a network that fails after the copy was shown is nobody's concern", async () => {
  let fail;
  const network = () => new Promise((_, failed) => { fail = failed; });
  assert.equal(await shown({ network, silence: async () => {}, copy: async () => copy }), copy);
  fail(new TypeError("Failed to fetch"));
});

const FILES = {
  "/static/elearn.ABCD2345.css": 'src:url("./be-vietnam-pro-400.WNCLZJBL.woff2")',
  "/static/player.23456789.js": 'import{a}from"./chunk.AAAAAAAA.js";const h=()=>import("./hls.light.WPGOPQBR.js")',
  "/static/chunk.AAAAAAAA.js": 'import"./player.23456789.js";',
  "/static/hls.light.WPGOPQBR.js": "",
  "/static/be-vietnam-pro-400.WNCLZJBL.woff2": "",
};

test("a page is built of all it names, through style sheets and scripts, lazy ones and in circles", async () => {
  const text = '<link href="/static/elearn.ABCD2345.css"><script src="/static/player.23456789.js"></script><a href="/static/other">';
  const read = async (address) => new Response(FILES[address]);
  assert.deepEqual([...(await follow(text, read))].sort(), Object.keys(FILES).sort());
  assert.deepEqual(namedIn("./plain.js /static/manifest.json"), []);
});
