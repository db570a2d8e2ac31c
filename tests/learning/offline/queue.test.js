import assert from "node:assert/strict";
import test from "node:test";

import { deliver, waitingOf } from "../../../static/src/js/offline/delivering.js";
import { file } from "../../../static/src/js/offline/exporting.js";
import { alter, end, leaseOf } from "../../../static/src/js/offline/leases.js";
import { Seconds } from "../../../static/src/js/watching/seconds.js";
import { drawn, fill, LENGTH, page, phone, played, Server } from "./pieces.js";

/** A phone with one lease, and a page of it. */
async function begun(options) {
  const storage = await phone(options);
  const server = new Server();
  const lease = await server.lend();
  return { storage, server, lease, queue: page(storage) };
}

test("what was played is sent signed, credited and struck out, and the lease knows what is held", async () => {
  const { server, lease, queue } = await begun();
  await queue.add(lease, "video", [[0, 9]], played(9));
  await queue.add(lease, "sound", [[20, 30]], played(30));
  const outcome = await deliver({ queue });
  assert.deepEqual([outcome.status, outcome.rest], [200, false]);
  assert.deepEqual(server.of(7).ranges(), [[0, 9], [20, 30]]);
  assert.deepEqual((await leaseOf(lease.lease)).held, [[0, 9], [20, 30]]);
  assert.equal((await leaseOf(lease.lease)).position, 30);
});

test("envelopes of a lease are numbered one after another", async () => {
  const { server, lease, queue } = await begun();
  for (const start of [0, 10]) {
    await queue.add(lease, "video", [[start, start + 5]], played(start + 5));
    await deliver({ queue });
  }
  assert.deepEqual(server.lines.map((json) => JSON.parse(json).number), [1, 2]);
});

test("whoever has the line sends for all who have this phone", async () => {
  const { storage, server, lease, queue } = await begun();
  await queue.add(lease, "video", [[0, 5]], played(5));
  const other = await server.lend(8);
  await queue.add(other, "video", [[50, 60]], played(60));
  assert.equal(queue.unsent(3, LENGTH, 8).size, 10);
  await deliver({ queue: page(storage) });
  assert.deepEqual([server.of(7).size, server.of(8).size], [5, 10]);
});

test("what a page that went away had not written down is taken up by the next", async () => {
  const { storage, server, lease, queue } = await begun();
  queue.note(lease, "video", [[0, 3]], played(3));
  queue.leave();
  await deliver({ queue: page(storage) });
  assert.deepEqual(server.of(7).ranges(), [[0, 3]]);
  assert.deepEqual([...storage.items.keys()], ["elearn.waits"]); // There is a lease here, and no more.
});

test("what a page cannot write down lies where it outlives that page, however often others' rest is taken up", async () => {
  const { storage, server, lease, queue } = await begun();
  fill(true);
  try {
    await queue.add(lease, "video", [[0, 9]], played(9));
    for (let turn = 0; turn < 2; turn += 1) await queue.bringOver();
  } finally {
    fill(false);
  }
  await deliver({ queue: page(storage) }); // The one before was killed.
  assert.equal(server.of(7).size, 9);
});

test("what is over the budget is kept and sent again", async () => {
  const { server, lease, queue } = await begun();
  server.budget = 4;
  await queue.add(lease, "video", [[0, 9]], played(9));
  assert.equal((await deliver({ queue })).rest, true);
  assert.deepEqual(queue.unsent(3, LENGTH, 7).ranges(), [[4, 9]]);
  server.budget = 100;
  await deliver({ queue });
  assert.equal(server.of(7).size, 9);
});

test("what is refused of one form does not come back as if it had been another", async () => {
  const { server, lease, queue } = await begun();
  server.budget = 4;
  await queue.add(lease, "video", [[0, 9]], played(9));
  await queue.add(lease, "sound", [[20, 30]], played(30));
  await deliver({ queue });
  assert.deepEqual((await queue.all()).map(({ form, ranges }) => [form, ranges]), [["sound", [[20, 30]]], ["video", [[4, 9]]]]);
});

test("a busy server is left alone, by other pages too", async () => {
  const { storage, server, lease, queue } = await begun();
  await queue.add(lease, "video", [[0, 9]], played(9));
  server.fate = () => 503;
  await deliver({ queue });
  server.fate = () => "taken";
  const outcome = await deliver({ queue: page(storage) });
  assert.deepEqual([outcome.status, outcome.rest, server.bodies], [503, true, 1]);
});

test("what the server does not know stays, and is not sent at each turn", async () => {
  const { server, lease, queue } = await begun();
  const lent = server.keys.get(lease.lease);
  server.keys.delete(lease.lease); // As after a backup was restored.
  await queue.add(lease, "video", [[0, 9]], played(9));
  for (let turn = 0; turn < 3; turn += 1) await deliver({ queue });
  assert.equal(server.bodies, 1);
  server.keys.set(lease.lease, lent);
  await alter(lease.lease, (one) => ({ ...one, unknownAt: 0 })); // Hours later.
  await deliver({ queue });
  assert.equal(server.of(7).size, 9);
});

test("one envelope that the server cannot read holds up no other", async () => {
  const { server, lease, queue } = await begun();
  await queue.add(lease, "video", [[0, 5]], played(5));
  await queue.add(await server.lend(8), "video", [[0, 9]], played(9));
  server.fate = (lines) => (lines.some((line) => line.includes("lease0")) ? 422 : "taken");
  await deliver({ queue });
  assert.deepEqual([server.of(7).size, server.of(8).size], [0, 9]);
  assert.equal(queue.unsent(3, LENGTH, 7).size, 5);
});

test("that a lease ended on the phone is told once, with what was played under it", async () => {
  const { server, lease, queue } = await begun();
  await queue.add(lease, "video", [[0, 5]], played(5));
  await end(lease.lease, "signed_out");
  await deliver({ queue });
  await deliver({ queue });
  assert.deepEqual([server.ended.get(lease.lease), server.of(7).size, server.bodies], ["signed_out", 5, 1]);
});

test("a phone that is full, or keeps no database, sends what it played out of its memory", async () => {
  const { server, lease, queue } = await begun({ isFull: true });
  fill(true);
  try {
    assert.equal(await queue.add(lease, "video", [[0, 5]], played(5)), false);
    server.budget = 3;
    await deliver({ queue });
    assert.deepEqual(queue.unsent(3, LENGTH, 7).ranges(), [[3, 5]]);
    server.budget = 9;
    await deliver({ queue });
  } finally {
    fill(false);
  }
  assert.equal(server.of(7).size, 5);
  assert.equal(queue.unsent(3, LENGTH, 7).size, 0);
});

test("a file carries the same envelopes, and strikes nothing out", async () => {
  const { server, lease, queue } = await begun();
  assert.equal(await file({ queue }), null);
  await queue.add(lease, "video", [[0, 5]], played(5));
  const report = await file({ queue, now: new Date(2026, 10, 22).getTime() });
  const [head, ...lines] = (await report.text()).trimEnd().split("\n");
  assert.equal(report.name, "bao-cao-xem-22-11-2026.elearn.txt");
  assert.deepEqual([JSON.parse(head).envelopes, JSON.parse(head).host, lines.length], [1, "học.example", 1]);
  assert.deepEqual(server.take(lines[0]).held, [[0, 5]]);
  assert.equal((await waitingOf(queue)).length, 1);
  await deliver({ queue });
  assert.equal(server.of(7).size, 5);
});

/** What of some seconds is not among others. */
function beyond(seconds, others) {
  const rest = new Seconds(LENGTH, seconds.ranges());
  rest.remove(others.ranges());
  return rest.ranges();
}

test("whatever happens to lines, pages and the phone, every second that was kept arrives and no other", async () => {
  for (let seed = 1; seed <= 15; seed += 1) await evening(drawn(seed));
});

/** Up to three pages of two people, left, killed, cut off and full, until the line is good again. */
async function evening(random) {
  const { storage, server, lease } = await begun();
  const leases = [lease, await server.lend(8), await server.lend(7)];
  const really = new Map([[7, new Seconds(LENGTH)], [8, new Seconds(LENGTH)]]);
  const maybe = new Map([[7, new Seconds(LENGTH)], [8, new Seconds(LENGTH)]]);
  const fates = ["taken", "taken", "lost", "answer lost", 500, 422];
  server.fate = () => fates[Math.floor(random() * fates.length)];
  let pages = [page(storage)];
  for (let turn = 0; turn < 30; turn += 1) {
    const place = Math.floor(random() * pages.length);
    const one = pages[place];
    const which = leases[Math.floor(random() * leases.length)];
    const start = Math.floor(random() * (LENGTH - 9));
    const range = [start, start + 1 + Math.floor(random() * 8)];
    const form = random() < 0.5 ? "video" : "sound";
    const what = random();
    if (what < 0.35) { await one.add(which, form, [range], played(range[1])); really.get(which.person).add([range]); }
    else if (what < 0.45) { one.note(which, form, [range], played(range[1])); maybe.get(which.person).add([range]); }
    else if (what < 0.55) { one.leave(); pages[place] = page(storage); } // A reload: nothing in memory is lost.
    else if (what < 0.6) pages[place] = page(storage); // Killed: what was only noted is gone.
    else if (what < 0.7) fill(random() < 0.5);
    else if (what < 0.75) server.budget = Math.floor(random() * 20);
    else if (what < 0.8 && pages.length < 3) pages.push(page(storage));
    else if (what < 0.9) await deliver({ queue: one });
    else await Promise.all(pages.map((each) => deliver({ queue: each })));
  }
  fill(false);
  Object.assign(server, { budget: Infinity, fate: () => "taken" });
  for (const each of [...pages, page(storage)]) await deliver({ queue: each });
  assert.equal((await waitingOf(page(storage))).length, 0);
  for (const [person, seconds] of really) {
    const held = server.of(person);
    assert.deepEqual(beyond(seconds, held), []); // All that was kept is there …
    maybe.get(person).add(seconds.ranges());
    assert.deepEqual(beyond(held, maybe.get(person)), []); // … and nothing that nobody played.
  }
}
