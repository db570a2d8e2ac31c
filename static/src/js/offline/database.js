// What lies on this phone for playing without a line: one database for the pages and the worker.
//
//   leases   by token: what the server told of a lease, its key, and how far its copy is
//   queue    by lease and form: what was played of a copy and is not acknowledged
//   facts    by name: who is signed in here, the number of the last envelope of a lease,
//            the mirror of a shared viewing …
//   chunks   the bytes of copies, a Blob each, under keys of arrays that begin with the lease
//
// Each version only adds to the one before, so that an old page and a new worker read the same.

import { openDB } from "idb";

const NAME = "elearn";
const DURABLE = { durability: "strict" };
const STEPS = [
  (db) => {
    db.createObjectStore("leases", { keyPath: "lease" });
    db.createObjectStore("queue", { keyPath: ["lease", "form"] });
    db.createObjectStore("facts");
    db.createObjectStore("chunks");
  },
];

let opening = null;

const forget = () => { opening = null; };

const events = {
  upgrade(db, before) { for (const step of STEPS.slice(before)) step(db); },
  // A newer page or worker wants to add to it: this one opens it anew when it needs it again.
  blocking(_version, _wanted, { target }) { target.close(); forget(); },
  terminated: forget,
};

/** The database, opened once; throws where the browser forbids it or has no room at all. */
export function database() {
  opening ??= open();
  return opening;
}

async function open() {
  try {
    return await openDB(NAME, STEPS.length, events);
  } catch (problem) {
    if (problem.name === "VersionError") return openDB(NAME, undefined, events); // A newer page made it.
    forget();
    throw problem;
  }
}

/** Let go of the database, as a page that goes away does. */
export async function close() {
  const db = await opening?.catch(() => null);
  forget();
  db?.close();
}

/** Do something with the database; once more if its connection was closed meanwhile. */
export async function using(act) {
  try {
    return await act(await database());
  } catch (problem) {
    if (problem.name !== "InvalidStateError") throw problem;
    forget();
    return act(await database());
  }
}

/** Change stores, all or nothing, and be done when it lies on the disk: `act(transaction)`. */
export function change(stores, act) {
  return using(async (db) => {
    const transaction = db.transaction(stores, "readwrite", DURABLE);
    try {
      const result = await act(transaction);
      await transaction.done;
      return result;
    } catch (problem) {
      transaction.done.catch(() => {});
      try {
        transaction.abort();
      } catch { /* It had ended by itself. */ }
      throw problem;
    }
  });
}

export const fact = (name) => using((db) => db.get("facts", name));

export const settle = (name, value) => change(["facts"], (tx) => tx.objectStore("facts").put(value, name));
