// Bookmarks: made at the second that plays, and changed without leaving the film.

import { clock } from "./receipt.js";

export class Bookmarks {
  constructor(player) {
    this.section = document.querySelector("[data-bookmarks]");
    if (!this.section) return;
    Object.assign(this, { player, list: this.section.querySelector("[data-list]") });
    this.wrong = this.section.querySelector("[data-wrong]");
    const form = this.section.querySelector("[data-mark]");
    form.closest("details").addEventListener("toggle", () => this.#take(form));
    this.section.addEventListener("submit", (event) => this.#send(event));
  }

  /** Whoever opens the form means the second that plays just then. */
  #take(form) {
    if (form.closest("details").open) form.elements.at.value = clock(this.player.position);
  }

  async #send(event) {
    event.preventDefault();
    const { target: form, submitter } = event;
    const address = submitter?.getAttribute("formaction") ?? form.action;
    try {
      const answer = await fetch(address, {
        method: "POST", headers: { Accept: "application/json" }, body: new FormData(form),
      });
      const told = await answer.json();
      if (answer.ok) this.#show(told.list, form);
      else this.#refuse(told.text);
    } catch {
      this.#refuse(this.section.dataset.offline);
    }
  }

  #show(list, form) {
    this.wrong.hidden = true;
    this.list.innerHTML = list;
    if (!form.matches("[data-mark]")) return;
    form.elements.note.value = "";
    form.closest("details").open = false;
    form.closest("details").querySelector("summary").focus();
  }

  #refuse(words) {
    this.wrong.textContent = words;
    this.wrong.hidden = false;
  }
}
