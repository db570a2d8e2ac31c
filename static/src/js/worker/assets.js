// What pages are built of: files of /static/ under names that say what is in them.
//
// Kept is what the page without a line needs, and what each kept page needs: a copy plays on with the
// player it was fetched with. What the browser has in its own store of files anyway costs nothing.

import { keptPages } from "./kept.js";

export const FOLDER = "/static/";
const STORE = "elearn.assets";
const LISTS = `${FOLDER}lists`; // What this build's page without a line needs, and that of the one before.
const NAMED = /(?:\/static\/|\.\/)([\w-]+(?:\.[\w-]+)*\.[0-9A-Z]{8}\.(?:css|js|svg|woff2))\b/g;
const NAMING = /\.(?:css|js)$/;
const COMING = "elearn.coming"; // The lock of whoever keeps a page.
const ANY = { ignoreVary: true };

const open = () => caches.open(STORE);

/** Answer with a file that is kept here, else with what the network has. */
export async function serve(request) {
  const kept = await open().then((store) => store.match(request, ANY)).catch(() => null);
  return kept ?? fetch(request);
}

/** Have files here; those that are here already are not fetched. Throws if one did not come. */
export async function bring(addresses) {
  const store = await open();
  await Promise.all(addresses.map((address) => bringOne(store, address)));
}

async function bringOne(store, address) {
  const kept = await store.match(address, ANY);
  if (kept) return kept;
  await store.add(address);
  return store.match(address, ANY);
}

/** Have everything here that a page names, and what that names in turn. Throws if one did not come. */
export async function bringAllOf(page) {
  const store = await open();
  await follow(page, (address) => bringOne(store, address));
}

/** The addresses that a text leads to, through the style sheets and scripts that `read` gives. */
export async function follow(text, read) {
  const found = new Set();
  const texts = [text];
  while (texts.length) {
    const fresh = namedIn(texts.pop()).filter((address) => !found.has(address));
    for (const address of fresh) found.add(address);
    const answers = await Promise.all(fresh.map(read));
    const naming = answers.filter((answer, place) => answer && NAMING.test(fresh[place]));
    texts.push(...(await Promise.all(naming.map((answer) => answer.text()))));
  }
  return found;
}

/** The files of /static/ that a page, a style sheet or a script names. */
export function namedIn(text) {
  return [...new Set(Array.from(text.matchAll(NAMED), ([, name]) => FOLDER + name))];
}

/**
 * A worker has taken over: what only builds before the last one needed goes, unless a kept page
 * needs it. A page that is still open may be of the last one, and has yet to load parts of it.
 * Nothing goes while a worker newer still has brought what it will need; it will do this itself.
 */
export async function renew(list, isNewest = () => true) {
  const store = await open();
  const [last, before = []] = await listsIn(store);
  const lists = String(last) === String(list) ? [list, before] : [list, last ?? []];
  await store.put(LISTS, Response.json(lists));
  await whenNothingComes(() => isNewest() && sweep(store, lists.flat()));
}

async function listsIn(store) {
  return (await (await store.match(LISTS))?.json()) ?? [];
}

async function sweep(store, listed) {
  const pages = await Promise.all((await keptPages()).map((page) => page.text()));
  const needed = await follow(pages.join("\n"), (address) => store.match(address, ANY));
  const wanted = new Set([LISTS, ...listed, ...needed]);
  const kept = await store.keys();
  await Promise.all(kept.filter(({ url }) => !wanted.has(new URL(url).pathname)).map((one) => store.delete(one)));
}

/** Do something while no page is being kept; what a page is to be built of comes before the page. */
export const whileItComes = (act) => navigator.locks.request(COMING, { mode: "shared" }, act);

const whenNothingComes = (act) => navigator.locks.request(COMING, { ifAvailable: true }, (lock) => lock && act());
