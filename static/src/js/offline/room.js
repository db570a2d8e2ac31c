// How much room this browser gives us, and asking it not to clear what lies here by itself.

const SPARE = 10 * 1024 * 1024; // Left for pages, the queue of what was played and the browser itself.

/** Bytes that may still be stored, as far as the browser tells; null where it does not. */
export async function free(storage = globalThis.navigator.storage) {
  try {
    const { quota, usage } = await storage.estimate();
    return Math.max(0, quota - usage - SPARE);
  } catch {
    return null;
  }
}

/** Whether so many bytes more have room; where nobody can tell it is tried. */
export async function hasRoomFor(bytes, storage) {
  const left = await free(storage);
  return left === null || bytes <= left;
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
