// A copy that is not here any more: its time was over, or the browser cleared it.

import { forget } from "../offline/copies.js";
import { View } from "./view.js";

export class Lost {
  constructor(root, told, person, onGone) {
    new View(root).show({ ...told, state: told.isOver ? "over" : "lost", problem: "" });
    for (const link of root.querySelectorAll("a")) link.href = `/lectures/${encodeURIComponent(told.lecture)}`;
    const act = root.querySelector('[data-act="forget"]');
    act.addEventListener("click", async () => {
      await forget(person, told.lease);
      root.remove();
      onGone();
    });
  }
}
