// The player's choices, below its buttons: opened by the gear, closed by it or by Escape.

export class Panel {
  constructor({ page }) {
    const gear = page.querySelector('[data-do="choices"]');
    const panel = page.querySelector("[data-choices]");
    const show = (isShown) => {
      panel.hidden = !isShown;
      gear.setAttribute("aria-expanded", String(isShown));
    };
    gear.addEventListener("click", () => {
      show(panel.hidden);
      if (!panel.hidden) panel.scrollIntoView({ block: "nearest" });
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      show(false);
      gear.focus();
    });
  }
}
