// Rows to translate into: the times and words of another language beside one's own.

/** The cues with what they translate; what is not translated yet has a row of its own. */
export function translated(given, originals) {
  const at = new Map(originals.map(({ start, text }) => [start, text]));
  const done = given.map((cue) => ({ ...cue, original: at.get(cue.start) ?? "" }));
  const free = ({ start, end }) => !given.some((cue) => cue.start < end && start < cue.end);
  const open = originals.filter(free).map(({ start, end, text }) => ({ start, end, text: "", original: text }));
  return [...done, ...open].sort((one, other) => one.start - other.start);
}
