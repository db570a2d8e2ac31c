// Words that the server has not acknowledged. They lie in this browser's database, which is on the
// disk as soon as it says so: a closed tab, a killed browser or a dead battery loses none of them.

const NAME = "elearn.drafts";
const UNSENT = "unsent";

function asked(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function opened() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(UNSENT, { keyPath: "id" });
  return asked(request);
}

export class Store {
  /** Words of one person in one draft; each window of hers keeps its own. */
  constructor(person, draft) {
    this.person = person;
    this.prefix = `${person} ${draft} `;
    this.database = opened();
    this.database.catch(() => { /* Told when something is to be kept. */ });
  }

  /** Return the store of the same person in another draft. */
  of(draft) {
    return new Store(this.person, draft);
  }

  async #change(work) {
    const database = await this.database;
    const transaction = database.transaction(UNSENT, "readwrite", { durability: "strict" });
    return new Promise((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
      work(transaction.objectStore(UNSENT));
    });
  }

  keep(writer, words) {
    return this.#change((kept) => kept.put({ ...words, id: this.prefix + writer, writer }));
  }

  drop(writer) {
    return this.#change((kept) => kept.delete(this.prefix + writer));
  }

  /** Return what windows left that are no more, the last first. */
  async left() {
    const database = await this.database;
    const mine = IDBKeyRange.bound(this.prefix, `${this.prefix}\uffff`);
    const found = await asked(database.transaction(UNSENT).objectStore(UNSENT).getAll(mine));
    const alive = await living();
    return found.filter(({ writer }) => !alive.has(writer)).sort((one, other) => other.at - one.at);
  }
}

/** Whether a window can tell which others live; if not, words that come back get a name of their own. */
export const isTold = "locks" in navigator;

/** Say, as long as this window lives, that it does. */
export function live(writer) {
  navigator.locks?.request(writer, () => new Promise(() => {}));
}

async function living() {
  const locks = await navigator.locks?.query();
  return new Set(locks?.held.map(({ name }) => name));
}
