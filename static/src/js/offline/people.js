// Who is signed in on this phone: copies and pages of others are not shown and not played.

import { removeAllOf } from "./copies.js";
import { change, fact, settle } from "./database.js";
import { deliver } from "./delivering.js";

const NOTE = "elearn.person"; // What the database knows too, to be asked without opening it.
const LEAVING = "elearn.leaving"; // Who asked to be signed out; her copies go once that is done.
const PATIENCE = 4000; // Milliseconds that the page after a sign-out waits for the server to hear of it.

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

function noted(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function note(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch { /* Forbidden: the database is asked each time. */ }
}

// Whom the server signed out here stands in cookies until it signs her in again: "left.7=yes", and
// "left.7=seen" for a day once her copies are gone. A worker sees none.
const LEFT = /(?:^|; )left\.(\d+)=(\w+)/g;
const cookies = () => [...(globalThis.document?.cookie ?? "").matchAll(LEFT)];
const whoLeft = () => cookies().map(([, id]) => id);
const whoJustLeft = () => cookies().filter(([, , told]) => told === "yes").map(([, id]) => id);
const isGone = (id) => [noted(LEAVING), ...whoLeft()].includes(String(id));
const seen = (id) => { document.cookie = `left.${id}=seen; path=/; samesite=lax; max-age=86400`; };

/** The person signed in here, as {id, name}, or none; pages and the worker ask alike. */
export async function here() {
  const person = await fact("person").catch(() => null);
  const found = person === undefined ? await remembered() : person;
  return isGone(found?.id) ? null : found;
}

/** A browser that cleared the database has left the note, which no page makes anew: it tells all but her name. */
async function remembered() {
  const id = noted(NOTE);
  if (id === null) return null;
  const person = { id: Number(id) };
  await settle("person", person).catch(() => {});
  return person;
}

/**
 * A page of hers came over the line, or, after a sign-out, one of nobody's. Where she asks meanwhile to
 * be signed out, here or in another tab, what this page was opened with does not bring her back; where
 * the next person came meanwhile, a page of nobody only sees to the copies. A page that does not know who
 * is there, undefined, takes the server's word alone for who has left.
 */
export async function arrived(person) {
  const id = String(person?.id);
  if (whoLeft().includes(id)) return; // This page was asked for before she was signed out.
  if (id === noted(LEAVING)) note(LEAVING, null); // That sign-out did not come about.
  const leaving = noted(LEAVING);
  const gone = [...new Set([person === undefined ? [] : leaving ?? [], whoJustLeft()].flat())];
  if (!person && !gone.length) return;
  const stands = () => noted(LEAVING) === leaving;
  const settled = () => tell(person);
  const isTold = await settled().catch(() => left(gone).then(settled)); // A full phone has room to say it after that.
  if (isTold && (person ? !isGone(id) : isGone(noted(NOTE)))) note(NOTE, person?.id);
  if (stands()) await left(gone);
  if (stands() && gone.includes(leaving)) note(LEAVING, null);
}

/**
 * Have the database say who is here, unless it is known by now that she has left or, of nobody, that
 * somebody is here who has not. Other tabs wait meanwhile: none of them comes in between.
 */
function tell(person) {
  return change(["facts"], async ({ store }) => {
    const before = (await store.get("person"))?.id ?? noted(NOTE);
    const isLate = person ? isGone(person.id) : before !== null && !isGone(before);
    if (!isLate) await store.put(person ?? null, "person");
    return !isLate;
  });
}

/**
 * She is about to be signed out: show nothing of hers from now on, and send what she played without
 * a line, for as long as whoever asks waits. Her copies go when the next page says that she has left.
 */
export async function leaving(id) {
  note(LEAVING, id);
  note(NOTE, null);
  await settle("person", null).catch(() => {});
  await deliver({ isForced: true }).catch(() => {});
}

/** Delete the copies of those who left. What they played and the server does not have stays, under its leases. */
async function left(gone) {
  if (!gone.length) return;
  for (const id of gone) await removeAllOf(id, "signed_out");
  await Promise.race([deliver().catch(() => {}), pause(PATIENCE)]);
  whoJustLeft().filter((id) => gone.includes(id)).forEach(seen);
}
