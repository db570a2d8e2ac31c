// Which seconds were really played: from k to k+1 without a seek, a stall or an error, at rate ≤ 2.

const FASTEST = 2;
const SLACK = 0.5; // Seconds by which a tick may be late and still be plain playing.
const ROUNDING = 0.1; // A medium rarely starts at 0 to the microsecond.

export class Tracker {
  /** @param {HTMLMediaElement} media  @param {(ranges: number[][]) => void} played */
  constructor(media, played) {
    this.media = media;
    this.played = played;
    this.stop();
    for (const name of ["timeupdate", "pause", "ratechange", "ended"]) {
      media.addEventListener(name, () => this.tick());
    }
    for (const name of ["seeking", "waiting", "stalled", "error", "emptied", "abort"]) {
      media.addEventListener(name, () => this.stop());
    }
  }

  /** Forget where the present stretch began; what is complete has been told already. */
  stop() {
    this.from = null;
  }

  tick() {
    const { currentTime, playbackRate, seeking, error } = this.media;
    const now = performance.now();
    if (seeking || error) return this.stop();
    if (this.from === null || this.#jumped(currentTime, now)) {
      this.from = currentTime;
    } else {
      this.#tell(currentTime);
    }
    this.last = currentTime;
    this.lastAt = now;
    this.rate = playbackRate;
    return undefined;
  }

  #jumped(time, now) {
    const moved = time - this.last;
    const most = ((now - this.lastAt) / 1000) * this.rate + SLACK;
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
