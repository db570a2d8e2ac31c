// "Xem phần còn thiếu": one press plays what she has not watched, part after part, until it counts.

const WORTH = 5; // Seconds; shorter holes come last, when nothing longer is left.
const LEAD = 1; // Seconds before a part, so that a sentence has its beginning.
const NEAR = 3; // Seconds of seen film that are played through rather than jumped over.

/** The next part to play from a second on, or null if nothing is missing. Parts are [start, end]. */
export function nextPart(missing, second) {
  const long = missing.filter(([start, end]) => end - start >= WORTH);
  const parts = long.length ? long : missing;
  const ahead = parts.filter(([, end]) => end > second + 0.5);
  return ahead[0] ?? parts[0] ?? null;
}

/** What neither the server holds nor this phone, as parts. */
export function missingOf({ held, unsent }) {
  const waiting = unsent.ranges();
  return held.missing().flatMap((part) => without(part, waiting));
}

export class Missing {
  constructor(player) {
    Object.assign(this, { player, part: null });
    this.button = player.page.querySelector('[data-do="missing"]');
    this.words = player.page.querySelector("[data-missing]");
    this.button.addEventListener("click", () => (this.part ? this.#stop() : this.#begin()));
    player.video.addEventListener("timeupdate", () => this.#follow());
    player.video.addEventListener("ended", () => { if (this.part) this.#onward(); });
    player.on("move", () => { if (!this.isOurs) this.#stop(); }); // She goes her own way.
    player.on("held", () => this.#show());
    player.on("change", () => { if (player.video.paused) this.#show(); });
    player.on("seen", () => this.#tell());
    player.video.addEventListener("play", () => { this.isThrough = false; });
    this.#show();
  }

  get missing() { return missingOf(this.player.state); }

  /** Whether it will count once what waits here has been received. */
  get isEnough() { return this.player.state.lacking <= this.player.state.unsent.size; }

  #begin() {
    this.wasSeen = this.player.state.lacking === 0; // Then she wants the rest, not only what counts.
    this.#take(nextPart(this.missing, this.player.position));
  }

  #take(part) {
    this.part = part;
    if (part) this.#jump(Math.max(0, part[0] - LEAD));
    this.#show();
  }

  async #jump(second) {
    const { position, video } = this.player;
    const isNear = second >= position - 0.5 && second - position < NEAR && this.player.isStarted;
    this.isOurs = true;
    try {
      await (isNear && !video.ended ? this.player.play() : this.player.seek(second));
    } finally {
      this.isOurs = false;
    }
  }

  #follow() {
    if (!this.part || this.player.video.seeking || this.isOurs) return;
    if (this.player.position >= this.part[1]) this.#onward();
  }

  /** One part is through: the next one, or, if it counts now, the end of it. */
  #onward() {
    const next = this.isEnough && !this.wasSeen ? null : nextPart(this.missing, this.player.position);
    if (next) return this.#take(next);
    this.#stop();
    this.player.pause(); // Which reports what waits; the server's word that it counts comes after.
    this.isThrough = true;
    return this.#tell();
  }

  #tell() {
    if (this.isThrough && this.player.state.lacking === 0) this.player.tell("through");
  }

  #stop() {
    this.part = null;
    this.#show();
  }

  #show() {
    this.button.setAttribute("aria-pressed", String(Boolean(this.part)));
    this.words.hidden = !this.part;
    this.button.hidden = !this.part && this.missing.length === 0;
  }
}

/** A part without the stretches that lie in it. */
function without([start, end], stretches) {
  const rest = [];
  let from = start;
  for (const [begin, finish] of stretches) {
    if (finish <= from || begin >= end) continue;
    if (begin > from) rest.push([from, begin]);
    from = finish;
  }
  return from < end ? [...rest, [from, end]] : rest;
}
