// The editor of a module. Without it the form is sent by its buttons; with it, it saves itself.

import { cardOf, fill, newCard } from "./editing/form.js";
import { Order } from "./editing/order.js";
import { Saving } from "./editing/saving.js";
import { Shown } from "./editing/shown.js";
import { Store, isTold, live } from "./editing/store.js";

const form = document.querySelector("[data-editor]");
const list = form.querySelector("[data-lectures]");
const csrf = document.querySelector("meta[name=csrf-token]").content;
const { person, draft, moved, removed, unnamed } = form.dataset;
const store = new Store(person, draft);
const shown = new Shown({ form, csrf });
const STATES = ["saved", "fresh", "unsent", "offline", "signed-out", "refused", "unkept"];
const PARTS = { saved: { at: "at" }, conflict: { at: "other-at", by: "other-by", text: "gone" }, refused: { reason: "reason" } };
const part = (name) => form.querySelector(`[data-part="${name}"]`);
let saving;

/** Say in one place how things stand; a conflict stays until she has chosen. */
function tell(state, facts = {}) {
  for (const [fact, name] of Object.entries(PARTS[state] ?? {})) part(name).textContent = facts[fact] ?? "";
  part("conflict").hidden = state !== "conflict";
  part("other").hidden = !facts.revision;
  part("gone").hidden = Boolean(facts.revision);
  const shownState = state === "conflict" ? "unsent" : state;
  for (const one of STATES) part(one).hidden = one !== shownState;
}

function written(template, facts) {
  return template.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

function titleOf(card) {
  return card.querySelector("b[data-title]").textContent;
}

function announce(card, template) {
  const cards = [...list.children];
  const facts = { title: titleOf(card), place: cards.indexOf(card) + 1, count: cards.length };
  part("announced").textContent = written(template, facts);
}

const order = new Order(list, (card) => changed(() => announce(card, moved)));

function changed(said) {
  said?.();
  order.refresh();
  part("none").hidden = list.children.length > 0;
  saving.touched();
}

function rename(field) {
  const title = field.value.trim() || unnamed;
  for (const place of field.closest("[data-key]").querySelectorAll("[data-title]")) place.textContent = title;
}

/** An open card shows what learners will see. */
function drawOpen() {
  for (const words of list.querySelectorAll("[data-writing][open]")) shown.draw(words.closest("[data-key]"));
}

function add(key) {
  const card = newCard(form, "own", key);
  list.append(card);
  changed();
  card.querySelector("[data-names]").focus();
}

function remove(card) {
  const next = card.nextElementSibling ?? card.previousElementSibling;
  const said = written(removed, { title: titleOf(card) });
  card.remove();
  changed(() => { part("announced").textContent = said; });
  (next?.querySelector("[data-remove]") ?? form.querySelector("[data-add]")).focus();
}

const randomKey = (letters) => `${letters}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, "0")}`;

function press(event) {
  const button = event.submitter;
  const card = button?.closest("[data-key]");
  if (button?.dataset.move) order.step(card, button);
  else if (button && "remove" in button.dataset) remove(card);
  else if (button && "add" in button.dataset) add(randomKey("moi"));
  else return false;
  return true;
}

/** What only the server can do is asked of it when it holds all words; offline nothing is lost. */
async function submit(event) {
  if (form.dataset.leaving) return;
  event.preventDefault();
  if (press(event)) return;
  const button = event.submitter?.value === "enter" ? asked() : event.submitter;
  saving.changes += saving.isClean && saving.revision === 0 ? 1 : 0;
  if (!(await saving.send()) || "save" in button.dataset) return;
  form.dataset.leaving = "yes";
  setTimeout(() => form.requestSubmit(button)); // A form that is being sent is not sent once more.
}

/** Enter in a search looks for it; elsewhere it saves. */
function asked() {
  const at = document.activeElement?.name;
  const button = at && document.querySelector(at === "q" ? "[data-find]" : at === "films" ? '[value="films"]' : "[data-save]");
  return button || document.querySelector("[data-save]");
}

function input({ target }) {
  if (["q", "films"].includes(target.name)) return;
  if ("names" in target.dataset) rename(target);
  if (target.name.endsWith(".body")) shown.soon(target.closest("[data-key]"));
  saving.touched();
}

async function choose({ target }) {
  const kept = target.closest("[data-keep]")?.dataset.keep;
  if (kept === "mine") await saving.insist();
  if (kept === "other") {
    await saving.yield();
    if (saving.isGone) location.assign(form.dataset.listUrl);
    else location.reload();
  }
}

/** Words that a window could not send before it died come back, and are sent. */
async function bringBack() {
  const [found] = await store.left().catch(() => []);
  const writer = (isTold && found?.writer) || randomKey("cua-so");
  live(writer);
  saving = new Saving({ form, store, writer, csrf, tell });
  if (!found) return;
  fill(form, found.entries);
  for (const field of list.querySelectorAll("[data-names]")) rename(field);
  saving.revision = found.seen;
  saving.changes += 1;
  part("restored").hidden = false;
  tell("unsent");
  if (writer !== found.writer) {
    await (saving.keeping = saving.keep());
    await store.drop(found.writer);
  }
  saving.send();
}

await bringBack();
order.refresh();
part("none").hidden = list.children.length > 0;
form.addEventListener("submit", submit);
form.addEventListener("input", input);
form.addEventListener("click", choose);
list.addEventListener("toggle", drawOpen, true);
addEventListener("online", () => saving.send());
document.addEventListener("visibilitychange", () => document.hidden && saving.send({ leaving: true }));
addEventListener("pageshow", () => delete form.dataset.leaving);
document.querySelector("[data-discard]")?.addEventListener("submit", () => saving.yield());
drawOpen();
cardOf(form, location.hash.slice(1))?.querySelector("[data-writing]")?.setAttribute("open", "");
form.dataset.ready = "yes";
