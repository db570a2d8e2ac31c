// Sound alone, from one file by its playlist: a hundred kilobytes less to fetch than by hls.js, and
// heard a round trip or two sooner. Pieces come one behind another, two minutes ahead at most.

import { rangeOf, text } from "./fetching.js";

const AHEAD = 106; // Seconds; a piece of twelve that was begun still comes.
const BEHIND = 300; // Seconds that are kept for who goes back.
const NEAR = 0.25; // Seconds between two pieces that are no gap, and that the end may come early.
const CODECS = [["Opus", "opus"], ["mp4a", "mp4a.40.2"]];

export const canPlaySound = () => Boolean(globalThis.MediaSource);

/** The pieces of a media playlist: {start, end} in seconds, {first, last} in bytes of one file. */
export function piecesOf(playlist, url) {
  const head = /#EXT-X-MAP:.*BYTERANGE="(\d+)@(\d+)"/.exec(playlist);
  const found = [...playlist.matchAll(/#EXTINF:([\d.]+),[^\n]*\n#EXT-X-BYTERANGE:(\d+)@(\d+)\n(\S+)/g)];
  if (!head || !found.length) throw new Error("not a playlist of one file");
  let start = 0;
  const pieces = found.map(([, seconds, size, offset]) => {
    const piece = { start, end: start + Number(seconds), first: Number(offset), last: Number(offset) + Number(size) - 1 };
    start = piece.end;
    return piece;
  });
  return { url: new URL(found[0][4], url).href, pieces, head: { first: Number(head[2]), last: Number(head[1]) + Number(head[2]) - 1 } };
}

/** Which piece to fetch next: none if enough is there, or all. `done` was fetched for nothing. */
export function nextPiece({ pieces, position, buffered, done = -1 }) {
  const here = buffered.find(([start, end]) => start <= position + NEAR && end > position);
  const point = here ? here[1] : position;
  if (point - position > AHEAD || point > pieces.at(-1).end - NEAR) return -1;
  const number = pieces.findIndex(({ end }) => end > point + NEAR / 2);
  return number === done ? done + 1 : number;
}

export class Sound {
  constructor(video, { url, from }, onFatal) {
    Object.assign(this, { video, url: new URL(url, location.href).href, from, onFatal });
    this.ended = new AbortController();
    for (const name of ["seeking", "timeupdate"]) {
      video.addEventListener(name, () => this.#wake(name), { signal: this.ended.signal });
    }
    this.#run();
  }

  release() {
    this.ended.abort();
    this.fetching?.abort();
    this.#wake();
    this.video.removeAttribute("src");
  }

  async #run() {
    try {
      if (!this.buffer) await this.#begin();
      while (!this.ended.signal.aborted) await this.#step();
    } catch (problem) {
      if (!this.ended.signal.aborted) this.onFatal(() => this.#run(), problem);
    }
  }

  async #begin() {
    const opening = this.#open();
    const { signal } = this.ended;
    this.film ??= piecesOf(await text(this.url, signal), this.url);
    const { pieces, head, url } = this.film;
    const number = Math.max(0, pieces.findIndex(({ end }) => end > this.from));
    // Where she begins at the beginning, the head and the first piece are one stretch of the file.
    const parts = number ? [head, pieces[number]] : [{ first: head.first, last: pieces[0].last }];
    const bytes = await Promise.all(parts.map((part) => rangeOf(url, part, signal)));
    await opening;
    this.buffer = this.media.addSourceBuffer(typeOf(bytes[0]));
    this.media.duration = pieces.at(-1).end;
    for (const each of bytes) await this.#append(each);
    if (this.from && !this.video.currentTime) this.video.currentTime = this.from;
  }

  async #open() {
    this.media = new MediaSource();
    this.video.src = URL.createObjectURL(this.media);
    await new Promise((done) => this.media.addEventListener("sourceopen", done, { once: true }));
    URL.revokeObjectURL(this.video.src);
  }

  get #buffered() {
    const { buffered } = this.buffer;
    return Array.from({ length: buffered.length }, (_, n) => [buffered.start(n), buffered.end(n)]);
  }

  async #step() {
    const { pieces, url } = this.film;
    const position = this.video.currentTime;
    const number = nextPiece({ pieces, position, buffered: this.#buffered, done: this.done });
    if (number < 0 || number >= pieces.length) return this.#rest(number);
    this.fetching = new AbortController();
    const bytes = await rangeOf(url, pieces[number], this.fetching.signal).catch((problem) => {
      if (!this.fetching.signal.aborted) throw problem;
    });
    if (!bytes) return undefined; // She went elsewhere meanwhile.
    await this.#append(bytes);
    this.done = number;
    return this.#forget();
  }

  /** Nothing to do until she goes on, or elsewhere; all that there is has come. */
  #rest() {
    const isAll = this.#buffered.at(-1)?.[1] > this.film.pieces.at(-1).end - NEAR;
    if (isAll && this.media.readyState === "open") this.media.endOfStream();
    return new Promise((done) => { this.wake = done; });
  }

  #wake(name) {
    if (name === "seeking") this.done = -1;
    if (name === "seeking" && this.buffer && !this.#isHere) this.fetching?.abort();
    this.wake?.();
  }

  get #isHere() {
    const { currentTime } = this.video;
    return this.#buffered.some(([start, end]) => start <= currentTime && end > currentTime);
  }

  #append(bytes) {
    return this.#changed(() => this.buffer.appendBuffer(bytes));
  }

  /** Let go of what was heard long ago. */
  async #forget() {
    const [first] = this.#buffered;
    const until = this.video.currentTime - BEHIND;
    if (first && first[0] < until - BEHIND) await this.#changed(() => this.buffer.remove(first[0], until));
  }

  #changed(change) {
    return new Promise((done, fail) => {
      this.buffer.addEventListener("updateend", done, { once: true });
      this.buffer.addEventListener("error", () => fail(new Error("not playable")), { once: true });
      change();
    });
  }
}

function typeOf(head) {
  const letters = new TextDecoder("latin1").decode(head.slice(0, 2000));
  const [, codec] = CODECS.find(([name]) => letters.includes(name)) ?? CODECS[1];
  return `audio/mp4; codecs="${codec}"`;
}
