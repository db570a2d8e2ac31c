// Moments as people write them: 1:05.500 is one minute and five and a half seconds.

const WRITTEN = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/;

/** Milliseconds as 1:05.500, or 1:01:05.500 past the hour. */
export function written(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const rest = String(milliseconds % 1000).padStart(3, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number) => String(number).padStart(2, "0");
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}.${rest}`;
}

/** What was written, in milliseconds; null if it is no moment. */
export function read(text) {
  const found = WRITTEN.exec(text.trim());
  if (!found) return null;
  const [hours, minutes, seconds] = found.slice(1, 4).map((part) => Number(part ?? 0));
  if (seconds > 59 || (found[1] && minutes > 59)) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((found[4] ?? "").padEnd(3, "0"));
}

/** The cues as a WebVTT file, which the server reads again. */
export function webvtt(cues) {
  const clock = (milliseconds) => {
    const whole = written(milliseconds);
    return whole.split(":").length < 3 ? `00:${whole.padStart(9, "0")}` : whole.padStart(12, "0");
  };
  const plain = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n\s*\n/g, "\n").trim();
  const moment = (milliseconds) => (milliseconds === null ? "?" : clock(milliseconds));
  const blocks = cues.map(({ start, end, text }) => `${moment(start)} --> ${moment(end)}\n${plain(text)}\n`);
  return ["WEBVTT\n", ...blocks].join("\n");
}
