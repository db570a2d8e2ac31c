// The names that are typed: at once into this browser, after a pause to the server.

const PAUSE = 1000;
const key = (address) => `elearn upload title ${address}`;

function stored(act) {
  try {
    return act(localStorage);
  } catch {
    return null; // A browser that keeps nothing; the server does.
  }
}

export class Titles {
  constructor(csrf) {
    this.csrf = csrf;
    this.timers = new Map();
  }

  /** What was typed here and did not reach the server. */
  unsent(address) {
    return stored((store) => store.getItem(key(address)));
  }

  /** `address` of the upload; where it has none yet, its first request will carry the title. */
  typed(address, title) {
    if (!address) return;
    stored((store) => store.setItem(key(address), title));
    clearTimeout(this.timers.get(address));
    this.timers.set(address, setTimeout(() => this.send(address), PAUSE));
  }

  async send(address) {
    clearTimeout(this.timers.get(address));
    const title = this.unsent(address);
    if (title === null) return;
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": this.csrf };
    const body = JSON.stringify({ title });
    const answer = await fetch(`${address}/title`, { method: "PUT", body, headers, keepalive: true }).catch(() => null);
    const isSettled = answer?.ok || answer?.status === 404 || answer?.status === 410;
    if (isSettled && this.unsent(address) === title) stored((store) => store.removeItem(key(address)));
  }
}
