// What is wrong with a row, by the name of its words; the server asks the same again.

const LONGEST = 84;
const FASTEST = 25; // Letters a second.
const SLACK = 1000;

/** The worst flaw of a cue: its name, the field it stands in, and whether it forbids saving. */
export function flawOf(cue, before, length) {
  const found = graveOf(cue, before, length);
  if (found) return { name: found[0], field: found[1], grave: true };
  const letters = cue.text.length;
  const advice = letters > LONGEST ? "long" : letters * 1000 > FASTEST * (cue.end - cue.start) ? "fast" : null;
  return advice && { name: advice, field: "text", grave: false };
}

function graveOf({ start, end, text }, before, length) {
  if (start === null) return ["unreadable", "start"];
  if (end === null) return ["unreadable", "end"];
  if (end <= start) return ["backward", "end"];
  if (length && start >= length) return ["beyond", "start"];
  if (length && end > length + SLACK) return ["beyond", "end"];
  if (!text.trim()) return ["empty", "text"];
  const known = before && before.start !== null && before.end !== null;
  if (known && before.start < before.end && start < before.end) return ["overlap", "start"];
  return null;
}
