// What was played and is not yet acknowledged, as it lies in this browser: one record a watch
// session and form, so that no two tabs write to the same. What this page played it knows by itself
// too: a full or forbidden storage loses nothing as long as the page lives.

import { Seconds } from "./seconds.js";

const PREFIX = "elearn.watched.";
const BEFORE = "elearn.outbox."; // Where all lay in one record, until the players of November 2026.
const FORMS = ["video", "slides", "sound"];

export const NO_SESSION = ""; // Played before the server had opened a session.

/** The browser's storage, or none where it is forbidden. */
export function storageOf(page = globalThis) {
  try {
    return page.localStorage ?? null;
  } catch {
    return null;
  }
}

export function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key));
  } catch {
    return null;
  }
}

/** Write a value down; says whether it lies there now. */
export function write(storage, key, value) {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // Full or forbidden.
  }
}

/** 32 hex digits that nobody else draws. `crypto.randomUUID` is missing where a page comes by http. */
export function drawn() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function keysOf(storage, prefix) {
  if (!storage) return [];
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  return keys.filter((key) => key?.startsWith(prefix));
}

/** A record as it should be, or none: whoever wrote to the storage, one bad word spoils no report. */
function sound(record) {
  const isOne = record && typeof record.session === "string" && FORMS.includes(record.form)
    && Number.isInteger(record.length) && record.length > 0 && Array.isArray(record.ranges);
  if (!isOne) return null;
  const ranges = record.ranges.filter((range) => Array.isArray(range) && range.every(Number.isInteger));
  const position = Math.min(Math.max(0, Math.floor(record.position) || 0), record.length);
  return { ...record, position, ranges: new Seconds(record.length, ranges).ranges() };
}

export class Shelf {
  constructor(person, { storage = storageOf(), tab = drawn() } = {}) {
    Object.assign(this, { storage, tab, prefix: `${PREFIX}${person}.`, before: BEFORE + person });
    this.mine = new Map();
    this.#bringOver();
  }

  nameOf({ film, form, session }) { return `${film}.${form}.${session || this.tab}`; }

  /** Every record of this person, by its name; of its own this page knows best. */
  all() {
    const found = new Map();
    for (const key of keysOf(this.storage, this.prefix)) {
      const record = sound(read(this.storage, key));
      if (record) found.set(key.slice(this.prefix.length), record);
    }
    for (const [name, record] of this.mine) found.set(name, record);
    return found;
  }

  get(name) { return this.mine.get(name) ?? sound(read(this.storage, this.prefix + name)); }

  /** Keep a record that this page goes on writing; says whether it outlives the page. */
  put(name, record) {
    this.mine.set(name, record);
    return write(this.storage, this.prefix + name, record);
  }

  /** Keep what is left of a record, whoever writes it. */
  shorten(name, record) {
    if (this.mine.has(name)) this.put(name, record);
    else write(this.storage, this.prefix + name, record);
  }

  drop(name) {
    this.mine.delete(name);
    try {
      this.storage?.removeItem(this.prefix + name);
    } catch { /* Forbidden: it never was there. */ }
  }

  #bringOver() {
    const old = read(this.storage, this.before) ?? {};
    for (const [number, record] of Object.values(old).map(sound).entries()) {
      if (record?.ranges.length) write(this.storage, `${this.prefix}before.${number}.${record.session}`, record);
    }
    try {
      this.storage?.removeItem(this.before);
    } catch { /* Forbidden. */ }
  }
}

/** What waits here for a person: [{lecture, film, length, ranges}], a lecture's forms together. */
export function waiting(person, options) {
  const films = new Map();
  for (const { lecture, film, length, ranges } of new Shelf(person, options).all().values()) {
    const found = films.get(film) ?? { lecture, film, length, seconds: new Seconds(length) };
    found.seconds.add(ranges);
    films.set(film, found);
  }
  return [...films.values()].map(({ seconds, ...rest }) => ({ ...rest, ranges: seconds.ranges() }));
}
