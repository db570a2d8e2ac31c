// The form of questions: whoever begins to write asks about the second that is played just then.

import { clock } from "./receipt.js";

export class Asking {
  constructor(player) {
    const form = document.querySelector("[data-asking]");
    if (!form) return;
    const { second, text } = form.elements;
    text.addEventListener("focus", () => {
      if (player.isStarted && !second.value && !text.value) second.value = clock(player.position);
    });
  }
}
