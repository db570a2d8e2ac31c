// The page that is there without a line: what is on this phone for the person signed in here, what
// waits to be sent, and how to bring it to the server by hand. It asks no server.

import { Copy } from "./downloads/copy.js";
import { Lost } from "./downloads/lost.js";
import { Unsent } from "./downloads/unsent.js";
import { View } from "./downloads/view.js";
import { handOver } from "./offline/copies.js";
import { tidy } from "./offline/losses.js";
import { here } from "./offline/people.js";
import { hear } from "./offline/told.js";
import { size as sized } from "./uploading/figures.js";

const part = (name) => document.querySelector(`[data-part="${name}"]`);
const list = document.querySelector("[data-list]");
const template = document.querySelector("template[data-row]");
const copies = [];

function total() {
  const bytes = copies.reduce((sum, { lease }) => sum + (lease?.done ?? 0), 0);
  part("used").hidden = !bytes;
  part("bytes").textContent = sized(bytes);
  part("none").hidden = list.children.length > 0;
}

function row(title) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.querySelector('[data-part="title"]').textContent = title;
  list.append(element);
  return element;
}

/** The way in is the lecture's page: it learns who signs in, where this one would show whose copies were here before. */
function addressed(element, lease) {
  const address = lease.state === "ready" ? `/leases/${lease.lease}` : `/lectures/${encodeURIComponent(lease.lecture)}`;
  for (const link of element.querySelectorAll('[data-part="title"], [data-part="open"], [data-act="enter"]')) link.href = address;
}

/** A row has gone by a press: the keyboard goes on at the first that is left. */
function gone() {
  total();
  (list.querySelector("a") ?? document.querySelector("main > .reach:not(.to-waits)")).focus({ preventScroll: true });
}

function show(lease) {
  const element = row(lease.title);
  addressed(element, lease);
  const copy = new Copy(new View(element), { onGone: () => { element.remove(); gone(); } });
  copies.push(copy);
  copy.take(lease);
  hear((event) => {
    copy.hear(event);
    if (copy.lease) addressed(element, copy.lease);
    total();
  });
}

async function look() {
  const person = await here();
  part("nobody").hidden = Boolean(person);
  const { leases, lost } = person ? await tidy(person.id) : { leases: [], lost: [] };
  part("owner").hidden = !person?.name;
  part("name").textContent = person?.name ?? "";
  const mine = leases.filter(({ state }) => state !== "ended").sort((one, other) => other.issued - one.issued);
  for (const lease of mine) show(lease);
  for (const one of lost) new Lost(row(one.title), one, person.id, gone);
  total();
  if (!person) part("none").hidden = true;
  await new Unsent(person, part).look();
}

const isElsewhere = location.pathname !== "/offline";
part("elsewhere").hidden = !isElsewhere;
document.querySelector('[data-do="again"]').addEventListener("click", () => location.reload());
// The line is back: what was wanted is asked for again, unless she is on her way elsewhere by now.
let isLeaving = false;
addEventListener("beforeunload", () => { isLeaving = true; });
addEventListener("pageshow", () => { isLeaving = false; });
if (isElsewhere) addEventListener("online", () => { if (!isLeaving) location.reload(); });
addEventListener("pagehide", () => handOver());
look().catch(() => { part("cannot").hidden = false; });
