// The worker as pages know it: brought here, renewed, told what it cannot see by itself.

const LOOKS = "elearn.looks"; // In which looks, and on which day, the page without a line was kept.
const PLAYING = "elearn.playing"; // The lock of pages that play; see worker/messages.js.

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
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") ask();
  });
}
