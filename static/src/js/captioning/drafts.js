// What is written and not yet saved stays in this browser until the server has it.

export class Draft {
  constructor(key, revision) {
    this.name = `captions ${key}`;
    this.revision = revision;
  }

  /** The words that were left behind; none if the server has them. */
  get left() {
    try {
      const found = JSON.parse(localStorage.getItem(this.name));
      if (found?.sent && found.revision !== this.revision) return this.drop();
      return found;
    } catch {
      return null;
    }
  }

  keep(cues, facts = {}) {
    try {
      localStorage.setItem(this.name, JSON.stringify({ cues, revision: this.revision, at: Date.now(), ...facts }));
    } catch { /* A full store keeps nobody from writing on; leaving the page is asked about. */ }
  }

  drop() {
    try { localStorage.removeItem(this.name); } catch { /* Then there is none either. */ }
    return null;
  }
}
