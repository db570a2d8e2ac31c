// One file on its way: tus-js-client, and what we do when it gives up.

import { Upload } from "tus-js-client";

const CHUNK = 8 * 1024 * 1024;
const AGAIN = 15_000; // Milliseconds until a line that was cut is tried anew.
const SILENCE = 45_000; // Milliseconds without a byte after which a line counts as cut.
const RETRY_DELAYS = [0, 1000, 3000, 5000, 10_000];
const PASSING = [0, 409, 423, 429]; // And all that begin with 5: the next try may succeed.

export class Sending {
  /** `tell(state, facts)`: sending, cut, signed-out, failed, sent. */
  constructor(file, { endpoint, address, csrf, metadata, tell }) {
    this.tell = tell;
    this.upload = new Upload(file, {
      endpoint,
      uploadUrl: address || null,
      chunkSize: CHUNK,
      retryDelays: RETRY_DELAYS,
      storeFingerprintForResuming: false, // The server tells what it has of whom, on any machine.
      headers: { "X-CSRFToken": csrf, Accept: "application/json" },
      metadata,
      onUploadUrlAvailable: () => this.#begun(),
      onProgress: (sent) => this.#move(sent),
      onError: (problem) => this.#fail(problem),
      onSuccess: () => {
        this.#rest();
        tell("sent", {});
      },
    });
    this.online = () => this.#resume();
    this.offline = () => this.#cut("");
  }

  get address() { return this.upload.url ? new URL(this.upload.url, location).pathname : ""; }

  start() {
    this.isWanted = true;
    addEventListener("offline", this.offline);
    this.#resume();
  }

  /** Stop here; what the server has it keeps. */
  async pause() {
    this.#rest();
    await this.upload.abort().catch(() => {});
  }

  #begun() {
    this.tell("begun", { address: this.address });
  }

  #move(sent) {
    this.tell("sending", { sent });
    clearTimeout(this.timer);
    this.timer = setTimeout(this.offline, SILENCE);
  }

  /** The line is cut: let go of it, and try again when there is one, or after a while. */
  async #cut(reason) {
    if (!this.isWanted) return;
    this.#wake();
    this.tell("cut", { reason });
    this.timer = setTimeout(this.online, AGAIN);
    addEventListener("online", this.online, { once: true });
    await this.upload.abort().catch(() => {});
  }

  #fail(problem) {
    if (!this.isWanted) return;
    const answer = problem.originalResponse;
    const status = answer?.getStatus() ?? 0;
    if (PASSING.includes(status) || status >= 500) {
      this.#cut(status === 507 ? words(answer) : "");
      return;
    }
    this.#rest();
    this.tell(status === 401 ? "signed-out" : "failed", { reason: status === 401 ? "" : words(answer) });
  }

  #resume() {
    this.#wake();
    if (this.isWanted) this.upload.start();
  }

  #rest() {
    this.isWanted = false;
    this.#wake();
    removeEventListener("offline", this.offline);
  }

  #wake() {
    clearTimeout(this.timer);
    removeEventListener("online", this.online);
  }
}

function words(answer) {
  try {
    return JSON.parse(answer.getBody()).text ?? "";
  } catch {
    return "";
  }
}
