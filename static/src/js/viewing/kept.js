// What a shared viewing keeps in this browser: who is present, one record a stretch, and that it is
// over. Each tab writes its own stretches only, so no two write to the same; of its own it knows best,
// so a full or forbidden storage loses nothing as long as the page lives. Changes are counted, so that
// of this storage and its mirror the younger is known.

import { read, storageOf, write } from "../watching/storage.js";

const PREFIX = "elearn.viewing.";
const NOTE = "elearn.viewings"; // That something waits, for any page to see at a glance.
const FORMS = ["video", "slides", "sound"];
const STAYS = ["present", "turn"]; // Neither is anything that waits to be sent.

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
    Object.assign(this, { storage, prefix: `${PREFIX}${person}.${token}.`, mine: new Map(), seated: null, counted: 0 });
    this.changed = () => {}; // Whoever mirrors it hears of each change, and whether it may wait.
  }

  #key(name) { return this.prefix + name; }

  #drop(name) {
    try {
      this.storage?.removeItem(this.#key(name));
    } catch { /* Forbidden: it never was there. */ }
  }

  /** Write a value down, and that something changed; says whether it lies there. */
  #write(name, value) {
    const isKept = write(this.storage, this.#key(name), value);
    this.isShort ||= !isKept;
    return isKept;
  }

  /** What was changed so far, in this tab or another; 0 where the storage does not know all. */
  get #turn() { return Number(read(this.storage, this.#key("turn"))) || 0; }

  #count({ mayWait = false } = {}) {
    this.counted = Math.max(this.counted, this.#turn) + 1;
    this.#note();
    this.changed({ mayWait });
  }

  #note() {
    if (this.isShort) this.#drop("turn");
    else this.#write("turn", this.counted);
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
    this.#write(`stretch.${record.number}`, record);
    write(this.storage, NOTE, true);
    this.#count({ mayWait: true });
  }

  /** Keep what is left of a stretch, whoever writes it; of nothing there is nothing to keep. */
  shorten(record) {
    if (this.mine.has(record.number)) this.mine.set(record.number, record);
    if (record.ranges.length) this.#write(`stretch.${record.number}`, record);
    else this.#drop(`stretch.${record.number}`);
    this.#count();
  }

  forget(number) {
    this.mine.delete(number);
    this.#drop(`stretch.${number}`);
    this.#count();
  }

  /** Who has come and gone, as any tab knows it: {person: {since, left}}. */
  get presence() { return read(this.storage, this.#key("present")) ?? this.seated; }
  set presence(people) {
    this.seated = people;
    this.#write("present", people);
    this.#count();
  }
  get presenceKey() { return this.#key("present"); }

  /** Whether the leader has ended it, though the server may not know yet. */
  get isEnded() { return this.isOver || read(this.storage, this.#key("ended")) === true; }
  set isEnded(isOver) {
    this.isOver = isOver;
    if (isOver) this.#write("ended", true);
    else this.#drop("ended");
    this.#count();
  }

  /** Forget who sat there, once all is acknowledged and over. */
  close() {
    this.seated = null;
    this.#drop("present");
    this.isEnded = false;
  }

  /** Whether anything is to be told of it. */
  get waits() { return this.isEnded || [...this.stretches().values()].some(({ ranges }) => ranges.length); }

  /** All that is kept of it, for its mirror; nothing once it is closed. */
  get whole() {
    const { waits, presence, isEnded } = this;
    const stretches = [...this.stretches().values()].filter(({ ranges }) => ranges.length);
    return waits || presence ? { turn: Math.max(this.counted, this.#turn), stretches, presence, isEnded } : null;
  }

  /** Know what its mirror knows, if that is younger: a browser that was killed lost its last minute here. */
  takeUp({ turn, stretches, presence, isEnded }) {
    const before = this.#turn;
    if (turn <= before) return false;
    const known = new Map(stretches.filter(sound).map((one) => [one.number, one]));
    // What the mirror does not know was acknowledged or taken back; without a count nobody can tell.
    const over = before ? [...this.stretches().keys()].filter((number) => !known.has(number)) : [];
    for (const number of over) this.#drop(`stretch.${number}`);
    for (const [number, one] of known) if (!this.#write(`stretch.${number}`, one)) this.mine.set(number, one);
    if (known.size) write(this.storage, NOTE, true);
    this.counted = turn;
    if (presence) this.presence = presence;
    if (isEnded) this.isEnded = true;
    this.#note();
    return true;
  }

  /** The mirror is gone too: there is nothing to compare with. */
  forgetTurn() { if (!this.whole) this.#drop("turn"); }
}

/** The viewings of a person of which something waits here or whose end is untold, by token. */
export function left(person, { storage = storageOf() } = {}) {
  const prefix = `${PREFIX}${person}.`;
  const waits = keysOf(storage, prefix).map((key) => key.slice(prefix.length).split("."));
  return [...new Set(waits.filter(([, what]) => !STAYS.includes(what)).map(([token]) => token))];
}

/** Take the note back once nothing of anybody waits here. */
export function tidy({ storage = storageOf() } = {}) {
  const waits = keysOf(storage, PREFIX).some((key) => !STAYS.includes(key.split(".").at(-1)));
  if (!waits) storage?.removeItem(NOTE);
}
