// The captions beside the player. Without script there is one text; with it, a row for each cue.

import { Draft } from "./captioning/drafts.js";
import { read } from "./captioning/reading.js";
import { Rows } from "./captioning/rows.js";
import { webvtt, written } from "./captioning/times.js";
import { translated } from "./captioning/translating.js";

const PAUSE = 400; // Milliseconds without a key before a copy is kept and the picture is captioned.
const BACK = 3; // Seconds.
const KEYS = {
  KeyK: "play", KeyJ: "back", Digit1: "start", Digit2: "end", KeyN: "add", Enter: "split", KeyM: "join",
  Delete: "remove", KeyU: "undo", KeyS: "flaw", ArrowUp: "up", ArrowDown: "down",
};

const page = document.querySelector("[data-captioning]");
const video = page.querySelector("video");
const form = document.querySelector("#words");
const part = (name) => page.querySelector(`[data-part="${name}"]`);

if (form) edit();
else if (video) read(page, video);

function edit() {
  const facts = page.dataset;
  const words = page.querySelector("[data-words]").dataset;
  const draft = new Draft(facts.key, Number(facts.revision));
  const rows = new Rows(page.querySelector("[data-cue-rows]"), page.querySelector("[data-row]"), {
    length: Number(facts.length), words, changed, told: (text) => { part("told").textContent = text; },
  });
  let unsaved = Boolean(facts.isUnsaved);
  let leaving = false;
  let inRows = false;
  let timer;
  let track;

  function now() { return Math.round((video?.currentTime ?? 0) * 100) * 10; }

  function changed() {
    unsaved = true;
    show();
    clearTimeout(timer);
    timer = setTimeout(() => { draft.keep(rows.cues); caption(); }, PAUSE);
  }

  function show() {
    const { count, grave, advice } = rows.counts;
    const told = grave ? words.flawed : advice ? words.advised : words.count;
    part("count").textContent = told.replace("{n}", count).replace("{f}", grave || advice);
    part("none").hidden = count > 0;
    part("unsaved").hidden = !unsaved;
  }

  /** Show the words as they are now below the picture. */
  function caption() {
    if (!video) return;
    track ??= video.addTextTrack("captions", "", facts.language);
    for (const other of video.textTracks) other.mode = other === track ? "showing" : "disabled";
    for (const cue of [...(track.cues ?? [])]) track.removeCue(cue);
    for (const { start, end, text } of rows.cues) {
      if (start !== null && end > start && text) track.addCue(new VTTCue(start / 1000, end / 1000, text));
    }
    if (video.paused && video.readyState) video.currentTime += 0; // A still picture is captioned anew too.
  }

  function open(cues) {
    inRows = true;
    rows.fill(cues);
    show();
    caption();
    page.querySelector("[data-plain]").hidden = true;
    for (const one of page.querySelectorAll("[data-list-part], [data-tools]")) one.hidden = false;
  }

  /** Leave the rows for the one text; the next save leads back. */
  function plain() {
    form.elements.text.value = webvtt(readable());
    inRows = false;
    page.querySelector("[data-plain]").hidden = false;
    for (const one of page.querySelectorAll("[data-list-part], [data-tools]")) one.hidden = true;
    form.elements.text.focus();
  }

  function readable() { return rows.cues.filter(({ start, end }) => start !== null && end !== null); }

  const acts = {
    play: () => (video?.paused ? video.play() : video?.pause()),
    back: () => { if (video) video.currentTime = Math.max(0, video.currentTime - BACK); },
    start: () => rows.set("start", now(), written(now())),
    end: () => rows.set("end", now(), written(now())),
    add: () => rows.add(now()),
    split: () => rows.split(),
    join: () => rows.join(),
    remove: () => rows.remove(),
    undo: () => rows.undo(),
    flaw: () => rows.nextFlaw(),
    up: () => rows.step(-1),
    down: () => rows.step(1),
    plain,
    "take-draft": () => { open(draft.left.cues); changed(); part("draft").hidden = true; },
    "drop-draft": () => { draft.drop(); part("draft").hidden = true; },
  };

  function key(event) {
    const act = event.altKey && !event.ctrlKey && inRows ? KEYS[event.code] : null;
    const saves = event.ctrlKey && !event.altKey && event.code === "KeyS";
    if (!act && !saves) return;
    event.preventDefault();
    if (saves) form.requestSubmit();
    else acts[act]();
  }

  function hear(row) {
    const { start, end } = row.cue;
    if (!video || start === null) return;
    video.currentTime = start / 1000;
    video.play();
    const stop = () => {
      if (video.currentTime * 1000 < end && video.currentTime * 1000 >= start - 500) return;
      video.removeEventListener("timeupdate", stop);
      if (video.currentTime * 1000 >= end && video.currentTime * 1000 < end + 1000) video.pause();
    };
    video.addEventListener("timeupdate", stop);
  }

  function submit() {
    if (inRows) {
      // A row whose moment cannot be read keeps all from being sent: its words would be lost.
      if (readable().length < rows.cues.length) return false;
      form.elements.text.value = webvtt(rows.cues);
      draft.keep(rows.cues, { sent: true });
    }
    leaving = true;
    sessionStorage.setItem(`at ${draft.name}`, JSON.stringify({ time: video?.currentTime ?? 0, place: rows.place() }));
    return true;
  }

  /** After a save she is where she was. */
  function comeBack() {
    const at = JSON.parse(sessionStorage.getItem(`at ${draft.name}`));
    sessionStorage.removeItem(`at ${draft.name}`);
    if (!at) return;
    if (video) video.currentTime = at.time;
    if (rows.rows[at.place] && !document.querySelector("[data-flaws]")) rows.focus(rows.rows[at.place]);
  }

  function toLine(line) {
    const text = form.elements.text;
    const lines = text.value.split("\n");
    const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(from, from + (lines[line - 1] ?? "").length);
    text.scrollTop = (text.scrollHeight * (line - 3)) / lines.length;
  }

  function offer() {
    const left = draft.left;
    if (!left || unsaved || webvtt(left.cues) === webvtt(rows.cues)) return;
    part("draft-at").textContent = new Date(left.at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
    part("draft-old").hidden = left.revision === draft.revision;
    part("draft").hidden = false;
  }

  const given = JSON.parse(facts.rows);
  const originals = JSON.parse(facts.originals);
  if (facts.isReadable) {
    open(translated(given, originals));
    comeBack();
    offer();
  }
  document.addEventListener("keydown", key);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (button) acts[button.dataset.do]?.();
    const row = target.closest("[data-hear]")?.closest("li").row;
    if (row) hear(row);
  });
  document.querySelector("[data-flaws]")?.addEventListener("click", (event) => {
    const { line, cue } = event.target.closest("[data-line]")?.dataset ?? {};
    if (line === undefined) return;
    event.preventDefault();
    if (inRows) rows.focus(rows.rows[cue - 1], "start");
    else toLine(Number(line));
  });
  document.querySelector("[data-drop]")?.addEventListener("click", () => { leaving = true; draft.drop(); });
  form.addEventListener("input", () => { unsaved = true; });
  form.addEventListener("submit", (event) => {
    if (submit()) return;
    event.preventDefault();
    rows.nextFlaw();
  }, { capture: true });
  video?.addEventListener("timeupdate", () => { if (!video.paused) rows.follow(video.currentTime * 1000); });
  addEventListener("beforeunload", (event) => { if (unsaved && !leaving) event.preventDefault(); });
  addEventListener("pagehide", () => { if (unsaved && inRows && !leaving) draft.keep(rows.cues); });
}
