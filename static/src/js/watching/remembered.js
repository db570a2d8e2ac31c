// What this browser remembers of the player's choices; where it may keep nothing, they last a page.

const memory = new Map();

/** The value kept under a name, or what stands for "nothing chosen yet". */
export function recall(name, otherwise = null) {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? otherwise;
  } catch {
    return memory.get(name) ?? otherwise;
  }
}

export function remember(name, value) {
  memory.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // The storage is full or closed: the choice lasts as long as the page.
  }
}
