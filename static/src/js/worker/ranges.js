// Which bytes of a file are asked for, and how they are announced (RFC 9110, section 14).

const RANGE = /^bytes=(\d*)-(\d*)$/i;

/**
 * The bytes a Range header asks for: {start, end (one after the last), isPart}. All of the file
 * where it asks for none, or for what may be passed over: another unit, several ranges at once.
 * Null: there are no such bytes.
 */
export function rangeOf(header, size) {
  const [, from, to] = (header || "").trim().match(RANGE) ?? [];
  const isNone = (!from && !to) || (from && to && Number(to) < Number(from));
  if (isNone) return { start: 0, end: size, isPart: false };
  const start = from ? Number(from) : Math.max(0, size - Number(to));
  const end = from && to ? Math.min(Number(to) + 1, size) : size;
  return start < end ? { start, end, isPart: true } : null;
}

export function headersFor(type, { start, end, isPart }, size) {
  const headers = { "Content-Type": type, "Content-Length": `${end - start}`, "Accept-Ranges": "bytes" };
  return isPart ? { ...headers, "Content-Range": `bytes ${start}-${end - 1}/${size}` } : headers;
}

export const refusedFor = (size) => ({ "Content-Range": `bytes */${size}`, "Accept-Ranges": "bytes" });
