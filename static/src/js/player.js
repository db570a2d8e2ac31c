// The lecture page: plays, keeps what was played, reports it, and shows what the server holds.

import { Controls } from "./watching/controls.js";
import { Outbox } from "./watching/outbox.js";
import { showGaps } from "./watching/gaps.js";
import { ReceiptView } from "./watching/receipt.js";
import { takeOpus } from "./watching/opus.js";
import { Seconds } from "./watching/seconds.js";
import { Slides } from "./watching/slides.js";
import { attach } from "./watching/source.js";
import { Transcript } from "./watching/transcript.js";
import { draw } from "./watching/strip.js";
import { Tracker } from "./watching/tracker.js";

const page = document.querySelector("[data-player]");
const video = page.querySelector("video");
const facts = page.dataset;
const csrf = document.querySelector('meta[name="csrf-token"]').content;
const length = Number(facts.length);
const outbox = new Outbox({ person: facts.person, url: facts.reportsUrl, csrf });
const receipt = new ReceiptView(page);
const slides = new Slides(page, video);
const controls = new Controls(page, video, { length, start, choose });

const state = {
  held: new Seconds(length, JSON.parse(facts.held)),
  lacking: Number(facts.lacking),
  session: null,
  opening: null,
  interval: Number(facts.interval),
  reached: true,
  status: 200,
  form: "video",
  detach: null,
};
let timer = null;

function schedule() {
  clearTimeout(timer);
  timer = setTimeout(() => report(), state.interval * 1000);
}

function unsent() {
  const seconds = new Seconds(length);
  const waiting = [...outbox.unsent(state.session), ...outbox.early(facts.version)];
  for (const entry of waiting) seconds.add(entry.ranges);
  seconds.remove(state.held.ranges());
  return seconds;
}

function show(received) {
  const waiting = unsent();
  for (const { dataset, firstElementChild } of page.querySelectorAll("[data-cells]")) {
    const position = "at" in dataset ? video.currentTime : null;
    draw(firstElementChild, Number(dataset.cells), { held: state.held, unsent: waiting, position });
  }
  receipt.show({
    held: state.held.size, length, lacking: state.lacking, received,
    unsent: waiting.size, reached: state.reached, status: state.status,
  });
}

function showHeld() {
  showGaps(page, state.held);
}

async function open() {
  const answer = await fetch(facts.openUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf },
    body: JSON.stringify({ lecture: facts.lecture, version: Number(facts.version) }),
  });
  state.status = answer.status;
  if (answer.status === 409) location.reload(); // The lecture has a new film, and this is the old.
  if (!answer.ok) throw new Error(String(answer.status));
  const opened = await answer.json();
  state.session = opened.session;
  state.interval = opened.interval;
  state.held.add(opened.held);
  outbox.adopt(facts.version, state.session);
  schedule();
}

/** Open the watch session once; a failed try is repeated at the next second played. */
function opened() {
  state.opening ??= open().catch(() => {
    state.opening = null;
    state.reached = false;
    show();
  });
  return state.opening;
}

function visit() {
  const position = Math.min(video.currentTime, length);
  return { session: state.session, form: state.form, length, position };
}

function played(ranges) {
  if (state.session) {
    outbox.add(visit(), ranges);
  } else {
    outbox.addEarly(facts.version, visit(), ranges);
    opened();
  }
  show();
}

async function report(options) {
  const receipts = await outbox.send(options);
  state.reached = receipts !== null && !receipts.status;
  state.status = receipts?.status ?? 200;
  let received;
  for (const one of receipts ?? []) {
    if (one.unknown || one.session !== state.session) continue;
    state.held.add(one.held);
    state.lacking = Math.min(state.lacking, one.lacking); // Once seen, a lecture stays seen.
    received = one.received;
    state.interval = one.interval;
  }
  show(received);
  if (received) showHeld();
  schedule();
}

/** Load the chosen weight and go on from the same second. */
async function load(source, from) {
  state.detach?.();
  state.form = source.form;
  slides.use(source.form);
  state.detach = await attach(video, { url: source.url, from }, (again) => controls.failed(again));
}

async function start(from = Number(facts.position)) {
  controls.busy();
  opened();
  if (!state.detach) await load(controls.weight(), from);
  else video.currentTime = from;
  await video.play().catch(() => controls.idle());
}

async function choose(source) {
  document.cookie = `weight=${source.name};path=/;max-age=31536000;samesite=lax`;
  if (!state.detach) return slides.use(source.form);
  const from = video.currentTime;
  const playing = !video.paused;
  await report();
  await load(source, from);
  if (playing) await video.play().catch(() => controls.idle());
}

new Tracker(video, played);
new Transcript(document.querySelector("[data-cues]"), video);
video.addEventListener("pause", () => report());
video.addEventListener("ended", () => report());
video.addEventListener("timeupdate", () => show());
addEventListener("online", () => report());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") report({ leaving: true });
});
addEventListener("pagehide", () => {
  if (state.session) outbox.close(visit());
  report({ leaving: true });
});
addEventListener("pageshow", (event) => {
  if (event.persisted) Object.assign(state, { session: null, opening: null }); // The old one is closed.
});
page.querySelector('[data-do="send"]')?.addEventListener("click", (event) => {
  event.preventDefault();
  report();
});
takeOpus(document.querySelectorAll("[name=weight]"));
controls.ready();
slides.use(controls.weight().form);
if (!outbox.isEmpty) report();
if (outbox.early(facts.version).length) opened().then(() => report());
