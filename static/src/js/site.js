// What every page is given beyond its forms and links. Without it each page still works.

// The errors of a form are read first.
document.querySelector(".errors")?.focus();

// Show what is typed into a password field.
for (const tick of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(tick.dataset.shows);
  tick.closest("[hidden]").hidden = false;
  tick.addEventListener("change", () => {
    field.type = tick.checked ? "text" : "password";
  });
}

// Without a line a form stays as it is: the browser's own page of errors would take the place of
// what was typed. A second press sends it all the same: browsers have been wrong about lines.
function hold(event) {
  const { target: form, submitter } = event;
  const words = document.querySelector("[data-unsent]");
  if (navigator.onLine || event.defaultPrevented || form.method !== "post" || form.dataset.held || !words) return;
  event.preventDefault();
  form.dataset.held = "yes";
  (submitter ?? form.lastElementChild).after(words.content.cloneNode(true));
}

// A form is sent once: the button says so and takes no second press.
function send(event) {
  const button = event.submitter;
  if (event.defaultPrevented || !button?.dataset.busy) return;
  if (button.ariaDisabled === "true") {
    event.preventDefault();
    return;
  }
  button.dataset.words = button.innerHTML;
  button.ariaDisabled = "true";
  button.textContent = button.dataset.busy;
}

// Coming back to a page that the browser kept, its buttons are as they were.
function wake() {
  for (const button of document.querySelectorAll("[data-words]")) {
    button.innerHTML = button.dataset.words;
    button.ariaDisabled = null;
    delete button.dataset.words;
  }
}

document.addEventListener("submit", hold);
document.addEventListener("submit", send);
window.addEventListener("pageshow", wake);

// “Thêm” in the bottom bar closes by a press elsewhere.
const more = document.querySelector(".nav .more details");
document.addEventListener("click", ({ target }) => {
  if (more?.open && !more.contains(target)) more.open = false;
});

// Work that goes on elsewhere is looked at again, but not while somebody fills in a form.
const working = document.querySelector("[data-reload]");
if (working) {
  setInterval(() => {
    if (!document.activeElement.closest("form")) location.reload();
  }, working.dataset.reload * 1000);
}

// Copy a number or an address; the button's own words answer.
async function copy({ currentTarget: button }) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = button.dataset.copied;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", copy);
}

// Who is signed in here is known without a line too; and what she played without one is sent by
// whatever page is opened. Lectures do so by themselves. Pages that stand alone do not tell who it is.
const { person: id, name, nobody } = document.body.dataset;
const person = id ? { id: Number(id), name } : (nobody === undefined ? undefined : null);

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

async function arrive() {
  const hasLeft = stored("elearn.leaving") !== null || /(^|; )left\.\d+=yes/.test(document.cookie);
  if (!hasLeft && (!person || stored("elearn.person") === id)) return;
  const { arrived } = await import("./offline/people.js");
  await arrived(person);
}

async function sendWhatWaits() {
  if (stored("elearn.waits") === null || document.querySelector("[data-player]")) return;
  const { deliver } = await import("./offline/delivering.js");
  await deliver();
}

/** What a shared viewing left here goes out from any page of whoever led it; a viewing sends its own. */
async function sendViewings() {
  const isSent = document.querySelector("[data-left], [data-viewing]");
  if (!person || isSent || stored("elearn.viewings") === null) return;
  const { deliverLeft } = await import("./viewing/left.js");
  await deliverLeft(id, "/viewings/TOKEN/report");
}

async function goOnFetching() {
  if (!person || stored("elearn.fetches") === null) return;
  const { goOn } = await import("./offline/copies.js");
  await goOn(person.id);
}

// The worker, by which pages are there without a line, comes when this page has all it needs.
async function bringWorker() {
  const { worker } = document.body.dataset;
  if (!worker || !isSecureContext || !navigator.serviceWorker) return;
  const { bring, goOnLater, holdWhilePlaying, keepLooks } = await import("./site/bringing.js");
  const registration = await bring(worker);
  holdWhilePlaying();
  keepLooks(registration);
  goOnLater(registration);
}

const whenIdle = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act);

// The browser offers to keep the product on the home screen; a page says so where there is room.
function offer(event) {
  event.preventDefault();
  quietly(async () => (await import("./site/installing.js")).offer(event));
}

const quietly = (act) => act().catch(() => {}); // Whatever is wrong here, the page is of use without.

quietly(arrive).then(() => quietly(sendWhatWaits)).then(() => quietly(goOnFetching));
addEventListener("online", () => quietly(sendWhatWaits));
quietly(sendViewings);
addEventListener("online", () => quietly(sendViewings));

const PATIENCE = 4000; // Milliseconds that a sign-out waits, be it for what is fetched or for what is sent.

const soon = (act) => Promise.race([act, new Promise((done) => { setTimeout(done, PATIENCE); })]);

// Before she is signed out, what waits here is sent.
async function leave(event) {
  const { target: form } = event;
  if (event.defaultPrevented || !form.matches("[data-signs-out]") || !person) return;
  event.preventDefault();
  await quietly(async () => localStorage.setItem("elearn.leaving", id)); // Known to the next page though nothing below came.
  await soon(quietly(async () => {
    const { leaving } = await import("./offline/people.js");
    await leaving(id);
  }));
  form.submit();
}

document.addEventListener("submit", leave);

// Her copies go with her; the page says so where she has some.
if (id && stored(`elearn.copies.${id}`) !== null) {
  for (const words of document.querySelectorAll("[data-leaves-copies]")) words.hidden = false;
}

if (document.readyState === "complete") whenIdle(() => quietly(bringWorker));
else addEventListener("load", () => whenIdle(() => quietly(bringWorker)));
if (document.querySelector("[data-install]")) addEventListener("beforeinstallprompt", offer);
