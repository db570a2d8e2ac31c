// What becomes of copies, told to every page and the worker of this browser: {lease, state, done,
// size, error}; and asked of whoever fetches one: {do: "stop", lease}, or {do: "go", lease} of who
// rests at it.

const NAME = "elearn";

export function tell(event) {
  const mouth = new BroadcastChannel(NAME);
  mouth.postMessage(event);
  mouth.close();
}

/** Hear what is told elsewhere and here; returns what ends it. */
export function hear(act) {
  const ear = new BroadcastChannel(NAME);
  ear.addEventListener("message", ({ data }) => act(data));
  return () => ear.close();
}
