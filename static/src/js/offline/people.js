// Who is signed in on this phone: copies and pages of others are not shown and not played.

import { fact, settle } from "./database.js";

const NOTE = "elearn.person"; // What the database knows too, to be asked without opening it.

const noted = () => {
  try {
    return localStorage.getItem(NOTE);
  } catch {
    return null;
  }
};

function note(id) {
  try {
    if (id) localStorage.setItem(NOTE, id);
    else localStorage.removeItem(NOTE);
  } catch { /* Forbidden: the database is asked each time. */ }
}

/** The person signed in here, as {id, name}, or none; pages and the worker ask alike. */
export const here = () => fact("person").catch(() => null).then((person) => person ?? null);

/** A page of hers was opened with a line, or of nobody's (null): from now on she is the one. */
export async function arrived(person) {
  if (noted() === String(person?.id ?? "")) return;
  await settle("person", person);
  note(person?.id);
}
