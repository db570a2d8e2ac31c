// The worker as pages know it: brought here, renewed, told what it cannot see by itself.

const LOOKS = "elearn.looks"; // In which looks, and on which day, the page without a line was kept.
const PLAYING = "elearn.playing"; // The lock of pages that play; see worker/messages.js.
const LOOKED = "elearn.looked"; // When a page of this tab looked for what waits though nothing was noted.
const RARELY = 3600 * 1000; // Milliseconds.
const LEFT = [["elearn.waits", "reports"], ["elearn.fetches", "downloads"]]; // What pages note, and its sync.

const here = globalThis.navigator?.serviceWorker;

/** Bring the worker. The browser looks by itself, page by page, whether there is a newer one. */
export async function bring(address) {
  const registration = await here.register(address, { scope: "/", updateViaCache: "none" });
  registration.waiting?.postMessage({ do: "takeOver" }); // Another page may have played until now.
  if (!here.controller) registration.active?.postMessage({ do: "claim" }); // A page that was loaded past it.
  registration.addEventListener("updatefound", () => takeOver(registration.installing));
  return registration;
}

/** A new worker begins as soon as no page plays: it has all the old one had. */
function takeOver(worker) {
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && here.controller) worker.postMessage({ do: "takeOver" });
  });
}

const looks = ({ lang, dataset }) => [lang, dataset.theme, dataset.text, new Date().toDateString()].join();

/** The page without a line is in the language and letters that were chosen, and of today's words. */
export function keepLooks(registration, page = document.documentElement, storage = localStorage) {
  const now = looks(page);
  if (storage.getItem(LOOKS) === now) return;
  registration.active?.postMessage({ do: "shell" });
  storage.setItem(LOOKS, now);
}

/** While anything plays on this page, no new worker takes over. */
export function holdWhilePlaying(page = document) {
  let stop = null;
  const hold = () => {
    if (stop) return;
    const played = new Promise((done) => { stop = done; });
    navigator.locks.request(PLAYING, { mode: "shared" }, () => played);
  };
  const release = () => {
    stop?.();
    stop = null;
  };
  page.addEventListener("play", hold, true);
  for (const name of ["pause", "ended"]) page.addEventListener(name, release, true);
  if ([...page.querySelectorAll("video, audio")].some(({ paused }) => !paused)) hold();
}

/** What is left to send or to fetch when this page goes the worker does, as soon as there is a line. */
export function goOnLater(registration, storage = localStorage) {
  const ask = () => {
    for (const [note, tag] of LEFT) {
      if (storage.getItem(note) !== null) registration.sync?.register(tag).catch(() => {});
    }
  };
  ask();
  lookAgain(registration, storage).catch(() => {});
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") ask();
  });
}

/**
 * What may wait is noted; but a browser that is killed forgets the notes of its last minute. So a tab in
 * which no page has looked of late looks for itself, where there may be copies at all.
 */
async function lookAgain({ active }, storage, tab = sessionStorage, now = Date.now()) {
  if (!active || storage.getItem("elearn.waits") !== null || now - tab.getItem(LOOKED) < RARELY) return;
  tab.setItem(LOOKED, now);
  const { deliver } = await import("../offline/delivering.js");
  await deliver();
}
