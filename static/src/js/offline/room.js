// How much room this browser gives us, and asking it not to clear what lies here by itself.

const SPARE = 10 * 1024 * 1024; // Left for pages, the queue of what was played and the browser itself.

/** Bytes left of what the browser gives us, less than none in a full one; null where it does not tell. */
async function left(storage = globalThis.navigator.storage) {
  try {
    const { quota, usage } = await storage.estimate();
    return quota - usage - SPARE;
  } catch {
    return null;
  }
}

/** Bytes that may still be stored, as far as the browser tells; null where it does not. */
export async function free(storage) {
  const rest = await left(storage);
  return rest === null ? null : Math.max(0, rest);
}

/** Bytes that must become free before so many more have room; 0 where they have it or nobody can tell. */
export async function lacking(bytes, storage) {
  const rest = await left(storage);
  return rest === null ? 0 : Math.max(0, bytes - rest);
}

/** What a phone that turned out full is said to lack for so many bytes: all, where the browser does not tell. */
export const shortOf = async (bytes, storage) => (await lacking(bytes, storage)) || bytes;

/** Whether so many bytes more have room; where nobody can tell it is tried. */
export async function hasRoomFor(bytes, storage) {
  const rest = await free(storage);
  return rest === null || bytes <= rest;
}

/** Whether a problem is that the phone is full. */
export const isFull = (problem) => problem?.name === "QuotaExceededError";

/** Ask that nothing be cleared when the phone runs low; a browser may say no, and asks nobody. */
export async function persist(storage = globalThis.navigator.storage) {
  try {
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return false;
  }
}
