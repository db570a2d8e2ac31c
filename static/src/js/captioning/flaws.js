// What is wrong with a row, by the name of its words; the server asks the same again.

const LONGEST = 84;
const FASTEST = 25; // Letters a second.
const SLACK = 1000;

/** The name of the worst flaw of a cue and whether it keeps the captions from being saved. */
export function flawOf(cue, before, length) {
  const grave = graveOf(cue, before, length);
  if (grave) return { name: grave, grave: true };
  const letters = cue.text.length;
  if (letters > LONGEST) return { name: "long", grave: false };
  if (letters * 1000 > FASTEST * (cue.end - cue.start)) return { name: "fast", grave: false };
  return null;
}

function graveOf({ start, end, text }, before, length) {
  if (start === null || end === null) return "unreadable";
  if (end <= start) return "backward";
  if (length && (start >= length || end > length + SLACK)) return "beyond";
  if (!text.trim()) return "empty";
  if (before && before.start !== null && before.end !== null && before.start < before.end && start < before.end) return "overlap";
  return null;
}
