// What warns goes along into full screen, where nothing else of the page is seen, and comes home after.

export class Warnings {
  constructor({ page }) {
    const box = page.querySelector(".player");
    Object.assign(this, { box, place: box.querySelector("[data-warnings]") });
    this.parts = [...page.querySelectorAll("[data-warns]")].map((part) => {
      const home = document.createComment("");
      part.before(home);
      return { part, home };
    });
    document.addEventListener("fullscreenchange", () => this.#follow());
  }

  #follow() {
    const isFull = document.fullscreenElement === this.box;
    for (const { part, home } of this.parts) {
      if (isFull) this.place.append(part);
      else home.after(part);
    }
  }
}
