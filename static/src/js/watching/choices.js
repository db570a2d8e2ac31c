// Choices of this device: the size of letters without a reload, and saving data where the line is slow.

const SLOW = /^(slow-)?2g$|^3g$/;

/** Whether the browser says that data is dear or the line slow; undefined where it says nothing. */
export function isSlow(connection) {
  if (!connection) return undefined;
  return connection.saveData === true || SLOW.test(connection.effectiveType ?? "");
}

export class Choices {
  constructor(player, connection = navigator.connection) {
    this.player = player;
    for (const link of document.querySelectorAll("[data-letters] a")) {
      link.addEventListener("click", (event) => this.#letters(event, link));
    }
    if (player.facts.choseSaving === "no") this.#guess(isSlow(connection));
  }

  #letters(event, link) {
    event.preventDefault();
    const { value } = link.dataset;
    if (value === "normal") delete document.documentElement.dataset.text;
    else document.documentElement.dataset.text = value;
    for (const other of link.parentElement.children) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    fetch(link.href, { redirect: "manual" }).catch(() => {}); // The cookie is what is asked for.
  }

  /** Nobody has chosen: as long as the browser is open, do what suits the line. */
  #guess(slow) {
    if (slow === undefined) return;
    document.cookie = slow ? "slow_line=yes;path=/;samesite=lax" : "slow_line=;path=/;max-age=0;samesite=lax";
    if (slow && this.player.facts.saving === "off") this.#save();
  }

  #save() {
    const { video, facts, isStarted } = this.player;
    facts.saving = "on";
    for (const part of document.querySelectorAll("[data-saver]")) part.hidden = part.dataset.saver !== "on";
    if (isStarted) return;
    const light = document.querySelector("[name=weight][data-light]");
    video.removeAttribute("poster");
    if (!light || light.checked || new URLSearchParams(location.search).has("weight")) return;
    light.checked = true;
    this.player.state.form = this.player.weight.form; // Not remembered: she did not choose it.
    this.player.tell("form", this.player.state.form);
  }
}
