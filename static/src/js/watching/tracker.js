// Which seconds were really played: from k to k+1 without a seek, a stall or an error, at rate ≤ 2.

const FASTEST = 2;
const SLACK = 0.5; // Seconds by which a tick may be late and still be plain playing.
const ROUNDING = 0.1; // A medium rarely starts at 0 to the microsecond.

export class Tracker {
  /** @param {HTMLMediaElement} media  @param {(ranges: number[][]) => void} played */
  constructor(media, played) {
    this.media = media;
    this.played = played;
    this.begin();
    for (const name of ["timeupdate", "pause", "ratechange", "ended"]) {
      media.addEventListener(name, () => this.tick());
    }
    for (const name of ["play", "seeking", "waiting", "error", "emptied"]) {
      media.addEventListener(name, () => this.begin());
    }
  }

  /** Begin a new stretch where the medium stands; a second cut in two by this does not count. */
  begin() {
    this.from = this.media.currentTime;
    this.#remember();
  }

  tick() {
    const { currentTime, seeking, error } = this.media;
    if (seeking || error || this.#jumped(currentTime)) return this.begin();
    this.#tell(currentTime);
    return this.#remember();
  }

  #remember() {
    this.last = this.media.currentTime;
    this.lastAt = performance.now();
    this.rate = this.media.playbackRate;
  }

  #jumped(time) {
    const moved = time - this.last;
    const most = ((performance.now() - this.lastAt) / 1000) * this.rate + SLACK;
    return moved < 0 || moved > most || this.rate > FASTEST;
  }

  #tell(time) {
    const start = Math.ceil(this.from - ROUNDING);
    const end = Math.floor(time);
    if (end <= start) return;
    this.played([[start, end]]);
    this.from = end;
  }
}
