// Why the fetching of a copy stands still. A reason is a word that pages have a sentence for.
//
//   line      nothing comes; tried again by itself
//   busy      the server asks for patience; tried again by itself
//   dear      what comes now would cost her and she was not asked; on another line it goes on by itself
//   address   the signed address has run out; renewed by itself
//   room      the phone is full
//   signed    nobody, or somebody else, is signed in here
//   version   the lecture has another film now
//   many      she has as many copies as one person may have
//   gone      the lease has ended at the server
//   wrong     the server sends something else
//   stopped   paused or deleted here

export class Halt extends Error {
  constructor(reason, { retryAfter = 0 } = {}) {
    super(reason);
    Object.assign(this, { reason, retryAfter });
  }
}

const REASONS = { 401: "signed", 400: "signed", 403: "signed", 404: "gone", 410: "gone" };

const CONFLICTS = ["version", "many"];

/** What a page of ours means by a status; of the files' own, 403, 404 and 410 are `address`. */
export function haltOf(status, retryAfter = 0) {
  if (status === 429 || status >= 500) return new Halt("busy", { retryAfter });
  return new Halt(REASONS[status] ?? "wrong");
}

/** What it means by an answer to what was posted, as watching/transport.js gives it. */
export function haltAt({ status, retryAfter, said: { conflict } }) {
  return status === 409 && CONFLICTS.includes(conflict) ? new Halt(conflict) : haltOf(status, retryAfter);
}
