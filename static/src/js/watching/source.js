// How the film comes: pictures by hls.js, sound by ourselves, and both by the browser's own HLS where
// scripts may not feed a player (iPhones before iOS 17).
//
// We fetch at most two minutes ahead; longer without a line is a download. What a browser fetches
// ahead by its own HLS is its own affair.

import { canPlaySound, Sound } from "./sound.js";

const AHEAD = 108; // Seconds; a stretch of twelve that was begun still comes.
const AT_LEAST = 60; // Seconds ahead, however heavy the film.
const BEHIND = 60; // Seconds that are kept for who goes back.
const PATIENCE = 8000; // Milliseconds within which a second fault of the film is one too many.
const RETRIES = {
  maxNumRetry: 1000,
  retryDelayMs: 1000,
  maxRetryDelayMs: 8000,
  // No answer at all (0) is a line that is away, whatever the browser says of being online.
  shouldRetry: (_policy, _count, _isTimeout, answer, would) => would || answer?.code === 0,
};
const SLOW = ["slow-2g", "2g", "3g"];

let library = null;
let isHere = false;

/** hls.js, fetched once a page; a failed try is made again. */
function hls() {
  library ??= import("hls.js/light").then(
    ({ default: Hls }) => {
      isHere = true;
      return Hls;
    },
    (problem) => {
      library = null;
      throw problem;
    },
  );
  return library;
}

/** Fetch hls.js before play is pressed, where nobody counts the bytes. */
export function fetchAhead({ facts }) {
  const { saveData, effectiveType } = navigator.connection ?? {};
  if (facts.saving === "on" || saveData || SLOW.includes(effectiveType)) return;
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const begin = () => idle(() => hls().catch(() => {}));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}

/** Attach a playlist to a video element, to begin at a second; returns what lets go of it. */
export async function attach(video, source, onFatal) {
  if (source.form !== "video" && canPlaySound()) {
    const sound = new Sound(video, source, onFatal);
    return () => sound.release();
  }
  return attachLibrary(video, source, onFatal);
}

async function attachLibrary(video, source, onFatal) {
  if (!isHere) fetch(source.url).catch(() => {}); // On its way while the library comes.
  const Hls = await hls();
  if (!Hls.isSupported()) return attachNative(video, source, onFatal);
  const player = new Hls(options(Hls, source.from));
  player.on(Hls.Events.ERROR, (_event, problem) => mend(Hls, player, problem, onFatal));
  player.loadSource(source.url);
  player.attachMedia(video);
  return () => player.destroy();
}

function options({ DefaultConfig }, from) {
  const patient = ({ default: policy }) => ({
    default: { ...policy, timeoutRetry: RETRIES, errorRetry: RETRIES },
  });
  return {
    maxBufferLength: AT_LEAST,
    maxMaxBufferLength: AHEAD,
    backBufferLength: BEHIND,
    startPosition: from || -1,
    manifestLoadPolicy: patient(DefaultConfig.manifestLoadPolicy),
    playlistLoadPolicy: patient(DefaultConfig.playlistLoadPolicy),
    fragLoadPolicy: patient(DefaultConfig.fragLoadPolicy),
  };
}

/** A line that is away is waited for; what cannot be mended is told, with a way to try again. */
function mend(Hls, player, { fatal, type }, onFatal) {
  if (!fatal) return;
  const isNew = performance.now() - (player.mendedAt ?? -Infinity) > PATIENCE;
  player.mendedAt = performance.now();
  if (type === Hls.ErrorTypes.MEDIA_ERROR && isNew) player.recoverMediaError();
  else onFatal(() => player.startLoad());
}

/** The browser's own HLS, on iPhones without anything else; it is begun anew where it stopped. */
function attachNative(video, { url, from }, onFatal) {
  const events = new AbortController();
  const begin = () => {
    const second = video.currentTime || from;
    const go = () => { if (second) video.currentTime = second; };
    video.addEventListener("loadedmetadata", go, { once: true, signal: events.signal });
    video.src = url;
  };
  video.addEventListener("error", () => onFatal(begin), { signal: events.signal });
  begin();
  return () => {
    events.abort();
    video.removeAttribute("src");
  };
}
