// What learners will see of a body, drawn by the server while it is written.

const PAUSE = 400;

export class Shown {
  constructor({ form, csrf }) {
    this.url = form.dataset.markdownUrl;
    this.csrf = csrf;
    this.timers = new WeakMap();
  }

  /** Draw the body of a card soon, once for many keys. */
  soon(card) {
    clearTimeout(this.timers.get(card));
    this.timers.set(card, setTimeout(() => this.draw(card), PAUSE));
  }

  async draw(card) {
    const pane = card.querySelector("[data-preview]");
    const body = card.querySelector("textarea[name$='.body']");
    const source = body?.value ?? "";
    if (!pane || pane.dataset.of === source || (!source && !pane.dataset.of)) return;
    const answer = await this.#ask(source);
    if (!answer?.ok || body.value !== source) return; // What it says now is asked for already.
    pane.innerHTML = (await answer.json()).html;
    pane.dataset.of = source;
    pane.closest("[data-shown]").hidden = false;
  }

  async #ask(source) {
    const headers = { Accept: "application/json", "X-CSRFToken": this.csrf };
    const body = new URLSearchParams({ source });
    return fetch(this.url, { method: "POST", headers, body }).catch(() => null);
  }
}
