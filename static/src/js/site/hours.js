// The hour of a moment by the device: 20:05.

export function hour(milliseconds) {
  const time = new Date(milliseconds);
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}
