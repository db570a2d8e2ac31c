// Fetches from a line that comes and goes: waits for it, tries again, and gives up only if refused.

const SILENCE = 10000; // Milliseconds without a byte after which a request is made anew.
const LONGEST = 8000; // Milliseconds between two tries; less at first, or if the line is told back.

class Refused extends Error {}

/** A stretch {first, last} of a file as bytes. */
export function rangeOf(url, { first, last }, signal) {
  return persistently(url, { headers: { Range: `bytes=${first}-${last}` } }, signal);
}

export async function text(url, signal) {
  return new TextDecoder().decode(await persistently(url, {}, signal));
}

async function persistently(url, told, signal) {
  for (let pause = 500; ; pause = Math.min(2 * pause, LONGEST)) {
    try {
      return await once(url, told, signal);
    } catch (problem) {
      if (signal.aborted || problem instanceof Refused) throw problem;
    }
    await lineOr(pause, signal);
  }
}

async function once(url, told, signal) {
  const silence = new AbortController();
  let timer = null;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE);
  };
  const stop = () => silence.abort();
  signal.addEventListener("abort", stop);
  heard();
  try {
    const answer = await fetch(url, { ...told, signal: silence.signal });
    if (answer.status >= 400 && answer.status < 500) throw new Refused(String(answer.status));
    if (!answer.ok) throw new Error(String(answer.status));
    return await whole(answer.body.getReader(), heard);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

async function whole(reader, heard) {
  const parts = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    heard();
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function lineOr(milliseconds, signal) {
  return new Promise((done) => {
    const over = new AbortController();
    const end = () => { over.abort(); clearTimeout(timer); done(); };
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end, { signal: over.signal });
    signal.addEventListener("abort", end, { signal: over.signal });
  });
}
