// What was played from copies and is not yet acknowledged: one record a lease and form.
//
// What a page plays it knows in memory first, each second, and writes down every few; a second it
// could not write (the phone is full) goes out from there all the same. A page that goes away
// leaves what it had not written in the browser's plain storage, which takes it at once.

import { Seconds } from "../watching/seconds.js";
import { drawn, read, storageOf, write } from "../watching/storage.js";
import { change, using } from "./database.js";
import { LENT } from "./leases.js";

const TAIL = "elearn.tail.";
const FORMS = ["video", "slides", "sound"];

const nameOf = ({ lease, form }) => `${lease} ${form}`;

/** One record of what two say of the same lease and form. */
function joined(before, fresh) {
  if (!before?.ranges.length) return fresh;
  const seconds = new Seconds(fresh.length, before.ranges);
  seconds.add(fresh.ranges);
  const [from, to] = [Math.min(before.from, fresh.from), Math.max(before.to, fresh.to)];
  const { position } = fresh.to >= before.to ? fresh : before;
  return { ...before, ...fresh, ranges: seconds.ranges(), position, from, to };
}

/**
 * What is left of a record once a sent one was answered; none if nothing is. What is refused is told
 * of a whole lease: of a record comes back only what was sent in its own form.
 */
function rest(record, { ranges, to }, refused = []) {
  const seconds = new Seconds(record.length, record.ranges);
  seconds.remove(ranges);
  const again = new Seconds(record.length, refused);
  again.remove(new Seconds(record.length, ranges).missing());
  if (!seconds.size && !again.size) return null;
  seconds.add(again.ranges());
  return { ...record, ranges: seconds.ranges(), from: again.size ? record.from : Math.max(record.from, to) };
}

function isSound(record) {
  return typeof record?.lease === "string" && FORMS.includes(record.form) && record.length > 0
    && Array.isArray(record.ranges) && [record.from, record.to, record.position].every(Number.isFinite);
}

function replace(map, name, value) {
  if (value) map.set(name, value);
  else map.delete(name);
}

export class Queue {
  constructor({ storage = storageOf(), tab = drawn() } = {}) {
    Object.assign(this, { storage, tail: TAIL + tab, written: new Map(), going: new Map(), here: new Map() });
    this.flushing = Promise.resolve();
  }

  /** Know seconds of a copy in memory; `flush` writes them down. `lease` is its record. */
  note({ lease, person, film, lecture, length }, form, ranges, { from, to, position }) {
    const seconds = new Seconds(length, ranges);
    const fresh = { lease, form, person, film, lecture, length, ranges: seconds.ranges(), position, from, to };
    this.#hold(fresh);
    if (!this.mayWait) this.hint(true);
  }

  #hold(record) { this.here.set(nameOf(record), joined(this.here.get(nameOf(record)), record)); }

  /** Keep seconds of a copy; done when they lie on the disk. */
  add(lease, form, ranges, times) {
    this.note(lease, form, ranges, times);
    return this.flush();
  }

  /** Write down what is known only in memory; says whether all of it outlives the page. */
  flush() {
    this.flushing = this.flushing.then(() => this.#flush());
    return this.flushing;
  }

  async #flush() {
    if (!this.here.size) return true;
    [this.going, this.here] = [this.here, new Map()];
    try {
      await this.#write([...this.going.values()]);
      this.going = new Map();
      if (!this.here.size) this.storage?.removeItem(this.tail);
      return true;
    } catch {
      const back = [...this.going.values()];
      this.going = new Map();
      for (const record of back) this.#hold(record);
      return this.leave(); // The phone is full, or the database forbidden: there may be room elsewhere.
    }
  }

  #write(records) {
    return change(["queue"], async ({ store }) => {
      for (const record of records) {
        const whole = joined(await store.get([record.lease, record.form]), record);
        await store.put(whole);
        this.written.set(nameOf(whole), whole);
      }
    });
  }

  /** Write what is not on the disk where a page that goes away still can; says whether it could. */
  leave() {
    const left = [...this.going.values(), ...this.here.values()];
    if (left.length) write(this.storage, this.tail, left);
    return !left.length || read(this.storage, this.tail) !== null;
  }

  /** Take up what pages that went away had not written down. */
  async bringOver() {
    const names = Array.from({ length: this.storage?.length ?? 0 }, (_, place) => this.storage.key(place))
      .filter((name) => name?.startsWith(TAIL) && name !== this.tail); // Its own it knows in memory.
    if (!names.length) return;
    for (const record of names.flatMap((name) => read(this.storage, name) ?? [])) {
      if (isSound(record)) this.#hold(record);
    }
    if (await this.flush()) for (const name of names) this.storage.removeItem(name);
  }

  /** Everything that waits on this phone, whoever played it. */
  async all() {
    const records = await using((db) => db.getAll("queue")).catch(() => []); // Forbidden: only memory.
    this.written = new Map(records.map((record) => [nameOf(record), record]));
    return this.#all();
  }

  #all() {
    const found = new Map(this.written);
    for (const one of [...this.going.values(), ...this.here.values()]) {
      found.set(nameOf(one), joined(found.get(nameOf(one)), one));
    }
    return [...found.values()].filter(({ ranges }) => ranges.length);
  }

  async of(person) { return (await this.all()).filter((record) => record.person === Number(person)); }

  /** What a person played of a film's copies and is not acknowledged, as last known here. */
  unsent(film, length, person) {
    const seconds = new Seconds(length);
    for (const record of this.#all()) {
      if (record.film === film && record.person === Number(person)) seconds.add(record.ranges);
    }
    return seconds;
  }

  /** Strike out what was acknowledged of a record that was sent; what was refused is sent again. */
  async settle(sent, refused) {
    const name = nameOf(sent);
    for (const place of [this.going, this.here]) replace(place, name, place.has(name) && rest(place.get(name), sent, refused));
    await change(["queue"], async ({ store }) => {
      const before = await store.get([sent.lease, sent.form]);
      const left = before && rest(before, sent, refused);
      if (left) await store.put(left);
      else if (before) await store.delete([sent.lease, sent.form]);
      replace(this.written, name, left);
    });
  }

  /** Whether it is worth looking into the database for something to send. */
  get mayWait() {
    try {
      return this.storage ? this.storage.getItem(LENT) !== null : true;
    } catch {
      return true;
    }
  }

  /** Note whether there is anything of leases on this phone. */
  hint(isLent) {
    if (isLent) write(this.storage, LENT, 1);
    else this.storage?.removeItem(LENT);
  }
}

/** What of copies waits here for a person: [{lecture, film, length, ranges}], a record each. */
export async function copiesWaiting(person, from = queue) {
  if (!from.mayWait) return [];
  await from.bringOver();
  return from.of(person);
}

/** The queue of this page or worker. */
export const queue = new Queue();
