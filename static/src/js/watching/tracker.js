// Which seconds were really played: from k to k+1 without a seek or an error, at rate ≤ 2.
//
// Waiting for the line in the middle of a second, or a pause, is no gap as long as playing goes on
// where it stopped; what the position does meanwhile was not played.

const FASTEST = 2;
const SLACK = 0.5; // Seconds by which a tick, or the news that it goes on, may be late.
const ROUNDING = 0.1; // A medium rarely starts at 0 to the microsecond.

export class Tracker {
  /**
   * @param {HTMLMediaElement} media
   * @param {(ranges: number[][], times: {from: number, to: number}) => void} played
   */
  constructor(media, played, { now = () => performance.now(), date = () => Date.now() } = {}) {
    Object.assign(this, { media, played, now, date });
    this.isStopped = true;
    this.begin();
    for (const name of ["timeupdate", "ratechange"]) media.addEventListener(name, () => this.tick());
    for (const name of ["pause", "waiting", "ended"]) media.addEventListener(name, () => this.#stop());
    for (const name of ["play", "playing"]) media.addEventListener(name, () => this.#goOn());
    for (const name of ["seeking", "error", "emptied"]) media.addEventListener(name, () => this.begin());
  }

  /** Begin a new stretch where the medium stands; a second cut in two by this does not count. */
  begin() {
    this.from = this.media.currentTime;
    this.#remember();
  }

  /** Tell what was played up to now. */
  tick() {
    const { currentTime, seeking, error } = this.media;
    if (seeking || error) return this.begin();
    if (this.isStopped) return this.#goOn();
    if (this.#jumped(currentTime)) return this.begin();
    this.#tell(currentTime);
    return this.#remember();
  }

  #stop() {
    if (!this.isStopped) this.tick();
    this.isStopped = true;
  }

  /** Playing goes on: the stretch too, if this is where it stopped. */
  #goOn() {
    const isPlaying = !this.media.paused && this.media.readyState > 2; // Enough for the next moment.
    const moved = Math.abs(this.media.currentTime - this.last);
    if (this.isStopped && moved > (isPlaying ? SLACK : 0)) this.begin();
    if (!isPlaying) return;
    this.isStopped = false;
    this.#remember();
  }

  #remember() {
    this.last = this.media.currentTime;
    this.lastAt = this.now();
    this.rate = this.media.playbackRate;
  }

  #jumped(time) {
    const moved = time - this.last;
    const most = ((this.now() - this.lastAt) / 1000) * this.rate + SLACK;
    return moved < 0 || moved > most || this.rate > FASTEST;
  }

  #tell(time) {
    const start = Math.ceil(this.from - ROUNDING);
    const end = Math.floor(time);
    if (end <= start) return;
    const to = this.date();
    this.played([[start, end]], { from: to - Math.round((1000 * (end - start)) / this.rate), to });
    this.from = end;
  }
}
