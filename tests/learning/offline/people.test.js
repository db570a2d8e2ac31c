import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";

import { IDBFactory } from "fake-indexeddb";

import { change, close, database } from "../../../static/src/js/offline/database.js";
import { deliver } from "../../../static/src/js/offline/delivering.js";
import { alter, end, isOver, leaseOf, look, readyOf, serversTime } from "../../../static/src/js/offline/leases.js";
import { here } from "../../../static/src/js/offline/people.js";
import { tidy } from "../../../static/src/js/offline/losses.js";
import { note } from "../../../static/src/js/offline/notes.js";
import { copiesWaiting } from "../../../static/src/js/offline/queue.js";
import { Storage } from "../player/pieces.js";
import { Cookies, fill, page, phone, played, Server } from "./pieces.js";

const DAY = 24 * 3600 * 1000;
let opened = 0;

beforeEach(() => { globalThis.document = new Cookies(); });

/** What a page that is opened now does about who is signed in: each page has its own. */
const pageOpened = () => import(`../../../static/src/js/offline/people.js?${opened++}`);
const arrived = async (person) => (await pageOpened()).arrived(person);
const leaving = async (id) => (await pageOpened()).leaving(id);
const ready = async (lease) => {
  await alter(lease.lease, (one) => ({ ...one, state: "ready" }));
  await change(["chunks"], ({ store }) => store.put("bytes", [lease.lease, "240p.mp4", 0]));
};

test("who signs out leaves what she played and no copy; who comes next plays nothing of hers", async () => {
  const storage = await phone();
  const server = new Server();
  await arrived({ id: 7, name: "Mai" });
  const lease = await server.lend(7);
  await ready(lease);
  await page(storage).add(lease, "video", [[0, 9]], played(9));
  server.fate = () => "lost";

  await leaving("7");
  assert.equal(await here(), null);
  await arrived(null);
  await arrived({ id: 8, name: "Lan" });

  assert.deepEqual(await here(), { id: 8, name: "Lan" });
  assert.deepEqual([await readyOf(7, 3), await readyOf(8, 3)], [undefined, undefined]);
  assert.equal(await (await database()).count("chunks"), 0);
  assert.deepEqual((await copiesWaiting(7, page(storage)))[0].ranges, [[0, 9]]);
  server.fate = () => "taken";
  await deliver({ queue: page(storage) });
  assert.deepEqual([server.of(7).size, server.of(8).size, server.ended.get(lease.lease)], [9, 0, "signed_out"]);
});

test("a sign-out that did not come about takes nothing away", async () => {
  await phone();
  const server = new Server();
  await arrived({ id: 7, name: "Mai" });
  const lease = await server.lend(7);
  await ready(lease);
  await leaving("7");
  await arrived({ id: 7, name: "Mai" });
  assert.equal((await readyOf(7, 3)).lease, lease.lease);
  assert.equal((await here()).name, "Mai");
});

test("a page that does not know who is there takes no sign-out for done but the server's", async () => {
  await phone();
  const server = new Server();
  await arrived({ id: 7, name: "Mai" });
  for (const id of [7, 8]) await ready(await server.lend(id));
  await leaving("7"); // And there is no line.
  document.cookie = "left.8=yes";
  await arrived(undefined);
  assert.deepEqual([Boolean(await readyOf(7, 3)), await readyOf(8, 3), await here()], [true, undefined, null]);

  await arrived({ id: 7, name: "Mai" });
  assert.equal((await here()).name, "Mai");
});

test("whom the server signed out is gone with her copies though the page she left by had no script yet", async () => {
  await phone();
  const server = new Server();
  await arrived({ id: 7, name: "Mai" });
  const lease = await server.lend(7);
  await ready(lease);
  document.cookie = "left.7=yes";
  assert.equal(await here(), null);

  await arrived(null);
  assert.deepEqual([await here(), await readyOf(7, 3), document.cookie], [null, undefined, "left.7=seen"]);
  assert.equal(server.ended.get(lease.lease), "signed_out");
});

test("a copy of which a page that was left at once had deleted half goes with the next page", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  const lease = await new Server().lend(7);
  await ready(lease);
  await end(lease.lease, "signed_out"); // And that page was closed before the pieces were gone.
  document.cookie = "left.7=yes";

  await arrived(null);
  assert.equal(await (await database()).count("chunks"), 0);
});

test("a page that was asked for before the server signed her out does not bring her back", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  await ready(await new Server().lend(7));
  await leaving("7");
  await arrived({ id: 7, name: "Mai" });
  document.cookie = "left.7=yes";
  await arrived({ id: 7, name: "Mai" });
  assert.equal(await here(), null);

  await arrived(null);
  assert.deepEqual([await here(), await readyOf(7, 3)], [null, undefined]);
  await arrived({ id: 7, name: "Mai" });
  assert.equal(await here(), null);
  document.cookie = "left.7=; max-age=0"; // She signed in again.
  await arrived({ id: 7, name: "Mai" });
  assert.equal((await here()).id, 7);
});

test("of several who left one after another none leaves a copy, whoever is there now", async () => {
  await phone();
  const server = new Server();
  for (const id of [7, 8, 9]) {
    await arrived({ id, name: "Mai" });
    await ready(await server.lend(id));
  }
  for (const id of [7, 8]) document.cookie = `left.${id}=yes`;
  await arrived(null);
  assert.deepEqual([(await here()).id, await readyOf(7, 3), await readyOf(8, 3)], [9, undefined, undefined]);
  assert.ok(await readyOf(9, 3));
});

test("a page that had not arrived when she left it does not bring her back", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  await ready(await new Server().lend(7));
  const hers = await pageOpened();
  await Promise.all([hers.arrived({ id: 7, name: "Mai" }), hers.leaving("7")]);
  assert.equal(await here(), null);

  await arrived(null);
  assert.deepEqual([await here(), await readyOf(7, 3)], [null, undefined]);
});

test("what a page in another tab was opened with does not take back that she left", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  await ready(await new Server().lend(7));
  const [hers, other] = [await pageOpened(), await pageOpened()];
  await Promise.all([other.arrived({ id: 7, name: "Mai" }), hers.leaving("7")]);
  assert.deepEqual([await here(), localStorage.getItem("elearn.leaving")], [null, "7"]);

  await arrived(null);
  assert.deepEqual([await here(), await readyOf(7, 3)], [null, undefined]);
});

test("who leaves while the copies of the one before are deleted has left too", async () => {
  await phone();
  const server = new Server();
  for (const id of [7, 8]) await ready(await server.lend(id));
  localStorage.setItem("elearn.leaving", "7");
  const page = await pageOpened();
  server.fate = () => (page.leaving("8"), "taken");
  await page.arrived({ id: 8, name: "Lan" });
  assert.deepEqual([await here(), localStorage.getItem("elearn.leaving")], [null, "8"]);

  server.fate = () => "taken";
  await arrived(null);
  assert.deepEqual([await readyOf(7, 3), await readyOf(8, 3)], [undefined, undefined]);
});

test("who comes next is known here though the page of nobody finishes meanwhile what the one before left", async () => {
  const storage = await phone();
  await leaving("7");
  const [nobodys, next] = [await pageOpened(), await pageOpened()];
  let done;
  storage.removeItem = function (key) {
    if (key === "elearn.leaving") done ??= next.arrived({ id: 8, name: "Lan" });
    Storage.prototype.removeItem.call(this, key);
  };
  await nobodys.arrived(null);
  await done;
  assert.deepEqual([await here(), localStorage.getItem("elearn.person")], [{ id: 8, name: "Lan" }, "8"]);
});

test("a page of nobody that was slow does not send away who came meanwhile", async () => {
  await phone();
  const server = new Server();
  await arrived({ id: 7, name: "Mai" });
  await ready(await server.lend(7));
  await leaving("7");
  const slow = [await pageOpened(), await pageOpened()];
  let first;
  server.fate = () => (first ??= slow[0].arrived(null), "taken");
  await arrived({ id: 8, name: "Lan" });
  await first;
  await slow[1].arrived(null);
  assert.deepEqual([await here(), localStorage.getItem("elearn.person")], [{ id: 8, name: "Lan" }, "8"]);
});

/** Have the next write find no room, and `act` be done elsewhere while the server hears of what made some. */
function whileItMakesRoom(server, act) {
  const { prototype, prototype: { put } } = IDBObjectStore;
  let acted;
  prototype.put = () => {
    prototype.put = put;
    throw new DOMException("no room", "QuotaExceededError");
  };
  globalThis.fetch = async (...asked) => {
    if (!acted) await (acted = act());
    return server.fetch(...asked);
  };
}

test("a page of nobody that had to make room first does not send away who came meanwhile", async () => {
  await phone();
  const server = new Server();
  await arrived({ id: 7, name: "Mai" });
  await ready(await server.lend(7));
  await leaving("7");
  document.cookie = "left.7=yes";
  whileItMakesRoom(server, async () => arrived({ id: 8, name: "Lan" }));
  await arrived(null);
  assert.deepEqual([await here(), localStorage.getItem("elearn.person")], [{ id: 8, name: "Lan" }, "8"]);
});

test("a page of hers that had to make room first does not leave her name for when the cookie is over", async () => {
  await phone();
  const server = new Server();
  await ready(await server.lend(7));
  document.cookie = "left.7=yes";
  whileItMakesRoom(server, async () => {
    document.cookie = "left.8=yes";
    await arrived(null);
  });
  await arrived({ id: 8, name: "Lan" });
  assert.equal(document.cookie, "left.7=seen; left.8=seen");
  globalThis.document = new Cookies(); // The next day.
  assert.deepEqual([await here(), localStorage.getItem("elearn.person")], [null, null]);
});

test("a phone that is full with her copies forgets who left, and them", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  await ready(await new Server().lend(7));
  const { put, delete: deleted } = IDBObjectStore.prototype;
  fill(true);
  await leaving("7");
  IDBObjectStore.prototype.delete = function (...asked) {
    fill(false);
    return deleted.apply(this, asked);
  };
  await arrived(null).finally(() => Object.assign(IDBObjectStore.prototype, { put, delete: deleted }));
  assert.deepEqual([await here(), await readyOf(7, 3), await (await database()).count("chunks")], [null, undefined, 0]);
});

test("who is still signed in after all is known on a full phone too", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  fill(true);
  await leaving("7");
  await arrived({ id: 7, name: "Mai" }).catch(() => {});
  fill(false);
  assert.equal((await here())?.name, "Mai");
});

test("who left is not shown though the database had no time to hear of it", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  localStorage.setItem("elearn.leaving", "7");
  assert.equal(await here(), null);
});

test("a browser that cleared its database still knows who is signed in here, but not who left", async () => {
  await phone();
  await arrived({ id: 7, name: "Mai" });
  await close();
  globalThis.indexedDB = new IDBFactory();
  assert.deepEqual(await here(), { id: 7 });
  await leaving("7");
  assert.equal(await here(), null);
});

test("a copy whose pieces the browser cleared is told as lost, be there a note of it or not", async () => {
  const storage = await phone();
  const lease = await new Server().lend(7);
  await ready(lease);
  note(lease);
  assert.deepEqual((await tidy(7)).lost, []);
  await change(["chunks"], ({ store }) => store.clear());

  assert.equal(await readyOf(7, 3), undefined);
  for (const left of [storage, new Storage()]) {
    Object.defineProperty(globalThis, "localStorage", { value: left, configurable: true });
    const { leases, lost } = await tidy(7);
    assert.deepEqual([leases, lost.map((one) => [one.lease, one.isOver])], [[], [[lease.lease, false]]]);
  }
});

test("of a lost copy the day is told that the record knows, not the one that was noted before a renewal", async () => {
  await phone();
  const lease = await new Server().lend(7);
  await ready(lease);
  note({ ...lease, expires: lease.expires - 20 * DAY });
  await change(["chunks"], ({ store }) => store.clear());
  assert.deepEqual((await tidy(7)).lost.map(({ expires }) => expires), [lease.expires]);

  const { lost: [over] } = await tidy(7, lease.expires);
  assert.deepEqual([over.expires, over.isOver], [lease.expires, true]);
});

test("a clock set back gains no day, a clock two days off costs none", async () => {
  await phone();
  const lease = await new Server().lend();
  const now = Date.now();
  assert.ok(isOver(lease, now + 31 * DAY) && !isOver(lease, now + 29 * DAY));
  const late = await look(lease.lease, now + 30 * DAY + 1000);
  assert.ok(isOver(late, now));
  assert.equal(serversTime({ ahead: 2 * DAY, seenAt: now }, now + 3 * DAY), now + DAY);
});

test("a newer page may add to the database while this one has it open, and this one reads on", async () => {
  await phone();
  const lease = await new Server().lend();
  const newer = indexedDB.open("elearn", 99);
  await new Promise((done, fail) => Object.assign(newer, { onsuccess: done, onerror: fail }));
  newer.result.close();
  assert.equal((await leaseOf(lease.lease)).lease, lease.lease);
  await close();
});
