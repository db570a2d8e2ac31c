// What a shared viewing keeps in this browser: who is present, one record a stretch, and that it is
// over. Each tab writes its own stretches only, so no two write to the same; of its own it knows best,
// so a full or forbidden storage loses nothing as long as the page lives.

import { read, storageOf, write } from "../watching/storage.js";

const PREFIX = "elearn.viewing.";
const NOTE = "elearn.viewings"; // That something waits, for any page to see at a glance.
const FORMS = ["video", "slides", "sound"];

function keysOf(storage, prefix) {
  if (!storage) return [];
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  return keys.filter((key) => key?.startsWith(prefix));
}

/** A stretch as it should be, or none: one bad word in the storage spoils no other. */
function sound(record) {
  const isOne = record && Number.isInteger(record.number) && FORMS.includes(record.form)
    && [record.present, record.ranges].every(Array.isArray) && [record.from, record.to].every(Number.isFinite);
  return isOne ? record : null;
}

export class Kept {
  /** @param {{person: string, token: string}} viewing */
  constructor({ person, token }, { storage = storageOf() } = {}) {
    Object.assign(this, { storage, prefix: `${PREFIX}${person}.${token}.`, mine: new Map() });
  }

  #key(name) { return this.prefix + name; }

  #drop(name) {
    try {
      this.storage?.removeItem(this.#key(name));
    } catch { /* Forbidden: it never was there. */ }
  }

  /** Every stretch that is not acknowledged, of whatever tab, by its number. */
  stretches() {
    const found = new Map();
    for (const key of keysOf(this.storage, this.#key("stretch."))) {
      const record = sound(read(this.storage, key));
      if (record) found.set(record.number, record);
    }
    for (const [number, record] of this.mine) found.set(number, record);
    return found;
  }

  get(number) { return this.mine.get(number) ?? sound(read(this.storage, this.#key(`stretch.${number}`))); }

  /** Keep a stretch that this page goes on writing. */
  put(record) {
    this.mine.set(record.number, record);
    write(this.storage, this.#key(`stretch.${record.number}`), record);
    write(this.storage, NOTE, true);
  }

  /** Keep what is left of a stretch, whoever writes it; of nothing there is nothing to keep. */
  shorten(record) {
    if (this.mine.has(record.number)) this.mine.set(record.number, record);
    if (record.ranges.length) write(this.storage, this.#key(`stretch.${record.number}`), record);
    else this.#drop(`stretch.${record.number}`);
  }

  forget(number) {
    this.mine.delete(number);
    this.#drop(`stretch.${number}`);
  }

  /** Who has come and gone, as any tab knows it: {person: {since, left}}. */
  get presence() { return read(this.storage, this.#key("present")); }
  set presence(people) { write(this.storage, this.#key("present"), people); }
  get presenceKey() { return this.#key("present"); }

  /** Whether the leader has ended it, though the server may not know yet. */
  get isEnded() { return this.isOver || read(this.storage, this.#key("ended")) === true; }
  set isEnded(isOver) {
    this.isOver = isOver;
    if (isOver) write(this.storage, this.#key("ended"), true);
    else this.#drop("ended");
  }

  /** Forget who sat there, once all is acknowledged and over. */
  close() {
    this.isEnded = false;
    this.#drop("present");
  }
}

/** The viewings of a person of which something waits here or whose end is untold, by token. */
export function left(person, { storage = storageOf() } = {}) {
  const prefix = `${PREFIX}${person}.`;
  const waits = keysOf(storage, prefix).map((key) => key.slice(prefix.length).split("."));
  return [...new Set(waits.filter(([, what]) => what !== "present").map(([token]) => token))];
}

/** Take the note back once nothing of anybody waits here. */
export function tidy({ storage = storageOf() } = {}) {
  const waits = keysOf(storage, PREFIX).some((key) => !key.endsWith(".present"));
  if (!waits) storage?.removeItem(NOTE);
}
