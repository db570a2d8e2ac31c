// Files of copies, as their players ask for them: whole, or some bytes (206).
//
// A file that is not all here is never answered short: players take what they get for the whole.

import { slice } from "../offline/chunks.js";
import { isOver, leaseOf } from "../offline/leases.js";
import { here } from "../offline/people.js";
import { headersFor, rangeOf, refusedFor } from "./ranges.js";

const FILE = /^\/leases\/([^/]+)\/files\/([^/]+)$/;

/** Which file of which lease an address means, or none. */
export function fileOf(pathname) {
  const [, token, name] = pathname.match(FILE) ?? [];
  return token && { token, name: decodeURIComponent(name) };
}

/** Answer from the copy of the person signed in here, while it lasts; else the server has the word. */
export async function serveFile(request, file) {
  return (await fromCopy(request, file).catch(() => null)) ?? fetch(request);
}

async function fromCopy({ headers }, { token, name }) {
  const [lease, person] = await Promise.all([leaseOf(token), here()]);
  const part = lease?.parts?.find((one) => one.name === name);
  if (!part || lease.state !== "ready" || lease.person !== person?.id || isOver(lease)) return null;
  const tag = `"${token}-${name}"`; // A copy never changes.
  const range = rangeOf(isMeant(headers.get("If-Range"), tag) && headers.get("Range"), part.size);
  if (!range) return new Response(null, { status: 416, headers: refusedFor(part.size) });
  const bytes = await slice(token, name, range.start, range.end);
  const told = { ...headersFor(part.type, range, part.size), ETag: tag };
  return bytes && new Response(bytes, { status: range.isPart ? 206 : 200, headers: told });
}

/** Whether the bytes asked for are those of this file: who has some of another wants all of it. */
const isMeant = (tag, own) => tag === null || tag === own;
