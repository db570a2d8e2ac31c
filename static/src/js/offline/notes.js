// Notes of copies in the plain storage, which a browser that clears all else leaves alone: they tell
// that something was here, and spare pages opening the database for nothing.

import { read, storageOf, write } from "../watching/storage.js";

const NOTES = "elearn.copies.";
const FETCHES = "elearn.fetches";

const told = ({ lecture, title, weight, weight_title, size, expires }) => ({ lecture, title, weight, weight_title, size, expires });

/** What a person had here, by lease. */
export const noted = (person) => read(storageOf(), NOTES + person) ?? {};

function change(person, act) {
  const notes = noted(person);
  act(notes);
  if (Object.keys(notes).length) write(storageOf(), NOTES + person, notes);
  else storageOf()?.removeItem(NOTES + person);
}

export const note = (lease) => change(lease.person, (notes) => { notes[lease.lease] = told(lease); });

export const forgetNote = (person, token) => change(person, (notes) => { delete notes[token]; });

/** Whether any page should look into the database for something to go on with. */
export function hint(isOn) {
  if (isOn) write(storageOf(), FETCHES, 1);
  else storageOf()?.removeItem(FETCHES);
}
