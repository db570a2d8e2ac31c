// Pages of several tabs that come late, sign-outs and sign-ins in any order: in the end the phone knows
// who is signed in, and keeps no copy of whoever is not.

import assert from "node:assert/strict";
import test from "node:test";

import { change } from "../../../static/src/js/offline/database.js";
import { alter, readyOf } from "../../../static/src/js/offline/leases.js";
import { arrived, here, leaving } from "../../../static/src/js/offline/people.js";
import { Cookies, drawn, phone, Server } from "./pieces.js";

const PEOPLE = [7, 8, 9];
const HASTE = 20; // Milliseconds: those who sign out wait no longer, and pages come late by as much.
const wait = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** One phone, and the server's word on who is signed in there. */
class Scene {
  session = 7;
  pages = [];
  constructor(chance) { this.chance = chance; }
  late() { return wait(this.chance() * HASTE); }

  /** Open a page as site.js does: what it says of the person may come long after it was asked for. */
  open() {
    const person = this.session && { id: this.session, name: "Mai" };
    const opened = this.late().then(async () => {
      const hasLeft = localStorage.getItem("elearn.leaving") !== null || document.cookie.includes("=yes");
      if (!hasLeft && (!person || localStorage.getItem("elearn.person") === String(person.id))) return;
      await this.late();
      await arrived(person);
    });
    this.pages.push(opened);
    return opened;
  }

  async signOut() {
    localStorage.setItem("elearn.leaving", String(this.session));
    await Promise.race([leaving(String(this.session)), wait(HASTE)]);
    document.cookie = `left.${this.session}=yes`;
    this.session = null;
  }

  signIn() {
    this.session = PEOPLE[Math.floor(this.chance() * PEOPLE.length)];
    document.cookie = `left.${this.session}=; max-age=0`;
  }

  async act() {
    if (this.chance() < 0.7) await (this.session ? this.signOut() : this.signIn());
    const opened = this.open();
    if (this.chance() < 0.5) await opened;
  }
}

for (const seed of Array.from({ length: 12 }, (_, at) => at + 1)) {
  test(`who is on the phone, by chance ${seed}`, async () => {
    globalThis.document = new Cookies();
    await phone();
    const server = new Server();
    const scene = new Scene(drawn(seed));
    globalThis.fetch = (...asked) => scene.late().then(() => server.fetch(...asked));
    await scene.open();
    for (const id of PEOPLE) {
      const { lease } = await server.lend(id);
      await alter(lease, (one) => ({ ...one, state: "ready" }));
      await change(["chunks"], ({ store }) => store.put("bytes", [lease, "240p.mp4", 0]));
    }
    const left = new Set();
    for (let step = 0; step < 6; step += 1) {
      const before = scene.session;
      await scene.act();
      left.delete(scene.session);
      if (before && before !== scene.session) left.add(before);
    }
    await Promise.all(scene.pages);
    await scene.open();

    assert.equal((await here())?.id ?? null, scene.session);
    globalThis.document = new Cookies(); // The next day.
    assert.equal((await here())?.id ?? null, scene.session);
    assert.deepEqual(await Promise.all([...left].map((id) => readyOf(id, 3))), [...left].map(() => undefined));
  });
}
