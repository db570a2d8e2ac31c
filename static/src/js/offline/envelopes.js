// Envelopes: what was played under a lease, signed by its key, so that it is known whoever brings it.
//
// A line is `<base64url of the HMAC-SHA256 of server + "\n" + json> <json>`; see the server's reader.

const HMAC = { name: "HMAC", hash: "SHA-256" };
const PIECE = 0x8000; // How many bytes a call may be handed as arguments.

/** A lease's key from how the server writes it; nobody can read it again, it can only sign. */
export function keyFrom(text) {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, HMAC, false, ["sign"]);
}

const shared = ({ form, ranges, position, from, to }) => ({ form, ranges, position, from, to });

/** What an envelope says: the records of one lease, and whether it has ended ("deleted", "signed_out"). */
export function said({ lease, ahead = null, endedBy }, records, { number, made }) {
  const told = { lease, number, made, ahead, reports: records.map(shared) };
  return JSON.stringify(endedBy ? { ...told, ended: endedBy } : told);
}

/** The line of an envelope. */
export async function sealed({ server, key }, json) {
  const bytes = new TextEncoder().encode(`${server}\n${json}`);
  return `${written(await crypto.subtle.sign("HMAC", key, bytes))} ${json}`;
}

function written(buffer) {
  const bytes = new Uint8Array(buffer);
  let letters = "";
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
