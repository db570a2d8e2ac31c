// A shared viewing once more in the database: a browser that is killed, as by a dead battery, forgets
// the last minute of the plain storage. What the leader's own player noted goes with it: no more than
// that counts for those who sat there.

import { change, fact, settle, using } from "../offline/database.js";
import { Outbox } from "../watching/outbox.js";

const PREFIX = "viewing.";
const EVERY = 3000; // Milliseconds until what was played lies on the disk.
const PATIENCE = 2000; // Milliseconds that a page waits for the database.

/** What the database answers; nothing where it is forbidden, or says no word. */
function asked(answer) {
  return new Promise((done) => {
    const timer = setTimeout(done, PATIENCE);
    answer.catch(() => undefined).then((said) => {
      clearTimeout(timer);
      done(said);
    });
  });
}

export class Mirror {
  /** @param {{person: string, token: string}} viewing */
  constructor(kept, { person, token }) {
    Object.assign(this, { kept, person, name: `${PREFIX}${person}.${token}`, writing: Promise.resolve() });
    kept.changed = ({ mayWait }) => (mayWait ? this.#soon() : this.flush());
  }

  /** Take up what the plain storage has forgotten. */
  async takeUp() {
    const said = await asked(fact(this.name));
    if (!said) return;
    if (this.kept.takeUp(said)) {
      const own = new Outbox(this.person, { storage: this.kept.storage });
      for (const one of said.watched) own.add(one, one.ranges, one);
    }
    this.flush();
  }

  /** Write at once when the film stops or the page is left. */
  watch(video) {
    for (const name of ["pause", "ended"]) video.addEventListener(name, () => this.flush());
    document.addEventListener("visibilitychange", () => this.flush());
    addEventListener("pagehide", () => this.flush());
  }

  #soon() { this.timer ??= setTimeout(() => this.flush(), EVERY); }

  /** Write what is not written; done when it lies on the disk, or cannot. */
  flush() {
    clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.#write()).catch(() => {}); // Forbidden or full: as before.
    return this.writing;
  }

  async #write() {
    const { kept, name } = this;
    const { whole } = kept;
    if (!whole) return this.#drop();
    if (whole.turn === this.written) return undefined;
    const own = new Outbox(this.person, { storage: kept.storage });
    const watched = [...own.shelf.all().values()].filter(({ ranges }) => ranges.length);
    await settle(name, { ...whole, watched });
    this.written = whole.turn;
    return undefined;
  }

  /** It is closed: what was counted of it is forgotten last, so that no older mirror is believed. */
  async #drop() {
    try {
      await change(["facts"], ({ store }) => store.delete(this.name));
    } finally {
      this.kept.forgetTurn();
    }
  }
}

/** The viewings of a person that have a mirror here, by token. */
export async function mirrored(person) {
  const prefix = `${PREFIX}${person}.`;
  const names = await asked(using((db) => db.getAllKeys("facts", IDBKeyRange.bound(prefix, `${prefix}\uffff`))));
  return (names ?? []).map((name) => name.slice(prefix.length));
}
