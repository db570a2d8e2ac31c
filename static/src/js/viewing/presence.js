// Who is present: one touch and she has come, one more and she has gone; each may be taken back.

const UNDO = 10000; // Milliseconds within which a touch is taken back as if it had not been.

export class Presence extends EventTarget {
  /** @param {Record<string, {since: number}>} before who sat there when the page was made */
  constructor(kept, most, { before = {}, now = Date.now } = {}) {
    super();
    Object.assign(this, { kept, most, now, people: kept.presence ?? before });
  }

  /** Another tab has changed it. */
  reread() {
    this.people = this.kept.presence ?? this.people;
    this.#tell();
  }

  of(person) { return this.people[person] ?? {}; }
  isHere(person) { return person in this.people && !this.of(person).left; }

  /** Those present, in one order, so that the same people are the same. */
  get here() { return Object.keys(this.people).filter((person) => this.isHere(person)).map(Number).sort((a, b) => a - b); }
  get isFull() { return this.here.length >= this.most; }

  /** Mark that somebody has come or gone; returns false where nobody more may come. */
  turn(person) {
    const isHere = this.isHere(person);
    if (!isHere && this.isFull) return false;
    const at = this.now();
    this.last = { person: Number(person), was: this.people[person], at, isHere: !isHere };
    this.people = { ...this.people, [person]: isHere ? { ...this.of(person), left: at } : { since: at } };
    this.#changed();
    return true;
  }

  get mayUndo() { return Boolean(this.last) && this.now() - this.last.at < UNDO; }

  /** Take the last touch back; returns {person, at, isHere} as it is now, to be put right. */
  undo() {
    if (!this.last) return null;
    const { person, was, at, isHere } = this.last;
    const { [person]: _, ...others } = this.people;
    this.people = was ? { ...others, [person]: was } : others;
    this.last = null;
    this.#changed();
    return { person, at, isHere: !isHere };
  }

  #changed() {
    this.kept.presence = this.people;
    this.#tell();
  }

  #tell() { this.dispatchEvent(new Event("change")); }
}

export { UNDO };
