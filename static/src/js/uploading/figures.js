// Bytes, shares and times as people say them, in the words of the page's language.

const language = document.documentElement.lang || "vi";
const said = (value, digits) => value.toLocaleString(language, { maximumFractionDigits: digits });

/** 640 MB, 1,82 GB; what is not empty is never 0 MB. */
export function size(bytes) {
  const megabytes = bytes / 1e6;
  if (megabytes >= 1000) return `${said(megabytes / 1000, 2)} GB`;
  return `${said(Math.max(megabytes, bytes ? 0.1 : 0), megabytes < 10 ? 1 : 0)} MB`;
}

export function percent(part, whole) {
  return whole ? Math.floor((100 * part) / whole) : 100;
}

/** Put facts into a sentence: “{sent} trên {size}”. */
export function written(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
}

/** How long the rest will take, told by what the last half minute brought. */
export class Pace {
  #marks = [];

  note(bytes, at = Date.now()) {
    this.#marks.push({ bytes, at });
    while (this.#marks.length > 2 && at - this.#marks[1].at > 30_000) this.#marks.shift();
  }

  forget() { this.#marks = []; }

  /** Whole minutes, 0 for less than one; nothing before it can be known. */
  minutesLeft(rest) {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || last.at - first.at < 2000 || last.bytes <= first.bytes) return null;
    const perMillisecond = (last.bytes - first.bytes) / (last.at - first.at);
    return Math.round(rest / perMillisecond / 60_000);
  }
}
