// One file of a copy, fetched from where it stopped; every byte that came is kept.

import { gotOf, keepPiece } from "./chunks.js";
import { haltWhereDear } from "./costs.js";
import { Halt, haltOf } from "./halts.js";
import { isFull } from "./room.js";

const PIECE = 1024 * 1024;
const OFTEN = 3000; // Milliseconds until a smaller piece is written too: a tab may be killed.
const WRITES = 4; // So many may wait for the disk before the line waits for it too.
const SILENCE = 20000; // Milliseconds without a byte after which a line counts as cut.
const RUN_OUT = [403, 404, 410];

/** Bytes on their way to the disk, in pieces, one after another. */
class Writer {
  constructor(token, name, at) {
    Object.assign(this, { token, name, at, bytes: [], size: 0, waits: 0, written: Promise.resolve() });
  }

  /** Where the bytes that came end, whether or not they lie on the disk yet. */
  get end() { return this.at + this.size; }

  /** Take bytes; done when there is room for more. */
  async add(bytes) {
    this.bytes.push(bytes);
    this.size += bytes.length;
    this.timer ??= setTimeout(() => this.#write(), OFTEN);
    if (this.size >= PIECE) this.#write();
    if (this.waits >= WRITES || this.problem) await this.flush();
  }

  /** Done when all that came lies on the disk. */
  async flush() {
    this.#write();
    await this.written;
    if (this.problem) throw this.problem;
  }

  #write() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.size) return;
    const blob = new Blob(this.bytes);
    const { at } = this;
    Object.assign(this, { bytes: [], size: 0, at: at + blob.size, waits: this.waits + 1 });
    this.written = this.written.then(() => this.#keep(at, blob));
  }

  async #keep(at, blob) {
    if (this.problem) return;
    try {
      if (!(await keepPiece(this.token, this.name, at, blob))) this.problem = new Halt("stopped");
    } catch (problem) {
      this.problem = isFull(problem) ? new Halt("room") : problem;
    }
    this.waits -= 1;
  }
}

/**
 * Fetch what is missing of a file, stretch by stretch: what is on its way when the line is cut has
 * been paid for and is lost. `moved(bytes)` hears of each that came.
 *
 * Throws a Halt, when all that came before it is kept.
 */
export async function fetchFile(lease, part, { signal, moved }) {
  const writer = new Writer(lease.lease, part.name, gotOf(lease, part.name));
  const patience = new Patience(signal);
  try {
    while (writer.end < part.size) {
      haltWhereDear(lease);
      const from = writer.end;
      const answer = await ask(part, from, patience);
      await pour(answer, writer, { skip: answer.status === 200 ? from : 0, patience, moved });
      if (writer.end === from) throw new Halt("line"); // It ended before it began.
    }
  } finally {
    patience.end();
  }
}

/** Ask for a stretch of a file. A line that passes no Range on sends all of it once more. */
async function ask({ url, size }, from, { signal }) {
  const last = Math.min(from + PIECE, size) - 1;
  const headers = { Range: `bytes=${from}-${last}` };
  const answer = await fetch(url, { headers, signal, cache: "no-store" }).catch(() => { throw new Halt("line"); });
  const { status } = answer;
  if (RUN_OUT.includes(status)) throw new Halt("address");
  const isIt = status === 206 ? answer.headers.get("Content-Range") === `bytes ${from}-${last}/${size}` : status === 200;
  if (isIt) return answer;
  answer.body?.cancel().catch(() => {});
  throw status < 400 ? new Halt("wrong") : haltOf(status, Number(answer.headers.get("Retry-After")) || 0);
}

async function pour({ body }, writer, { skip, patience, moved }) {
  const reader = body.getReader();
  let left = skip;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => { throw new Halt("line"); });
      patience.begin();
      if (done) break;
      const fresh = value.subarray(Math.min(left, value.length));
      left -= value.length - fresh.length;
      await writer.add(fresh);
      moved(fresh.length);
    }
  } finally {
    reader.cancel().catch(() => {});
    await writer.flush();
  }
}

/** Ends a request that says nothing for long, and with it whoever was told to stop. */
class Patience {
  constructor(outer) {
    const ending = new AbortController();
    Object.assign(this, { outer, signal: ending.signal, act: () => ending.abort() });
    outer.addEventListener("abort", this.act);
    if (outer.aborted) this.act();
    this.begin();
  }

  begin() {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.act, SILENCE);
  }

  end() {
    clearTimeout(this.timer);
    this.outer.removeEventListener("abort", this.act);
  }
}
