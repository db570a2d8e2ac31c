// Slides and sound: the picture that belongs to the moment, behind the player that is only heard.

const PATIENCE = 5000; // Milliseconds before a picture that did not come is asked for again.

export class Slides {
  constructor(player) {
    const { page, video } = player;
    Object.assign(this, { player, video });
    this.stage = page.querySelector("[data-stage]");
    this.image = this.stage?.querySelector("[data-slide]");
    this.list = [...document.querySelectorAll("[data-slides] [data-at]")].map((link) => {
      const { src, alt } = link.querySelector("img");
      return { link, at: Number(link.dataset.at) / 1000, src, alt };
    });
    this.poster = video.getAttribute("poster");
    for (const name of ["timeupdate", "seeking", "emptied"]) {
      video.addEventListener(name, () => this.#tick());
    }
    player.on("form", (form) => this.#use(form));
    this.#use(player.weight.form);
  }

  /** Show slides in this form, and the film's own picture in every other. */
  #use(form) {
    if (!this.image) return;
    this.on = form === "slides";
    this.stage.dataset.form = form;
    this.image.hidden = !this.on;
    if (this.on) this.video.removeAttribute("poster"); // It would stand before the slides.
    else if (this.poster) this.video.poster = this.poster;
    this.#tick();
  }

  #tick() {
    const at = this.player.position;
    const number = Math.max(0, this.list.findLastIndex((slide) => slide.at <= at + 0.05));
    const slide = this.list[number];
    if (!slide) return;
    if (slide !== this.now) this.#mark(slide);
    if (this.on) this.#bring(slide, this.list[number + 1]);
  }

  #mark(slide) {
    this.now?.link.removeAttribute("aria-current");
    slide.link.setAttribute("aria-current", "true");
    this.now = slide;
  }

  async #bring(slide, next) {
    if (slide === this.shown || slide === this.coming) return;
    if (slide.failedAt && performance.now() - slide.failedAt < PATIENCE) return;
    this.coming = slide;
    try {
      await loaded(slide.src);
      if (slide === this.now) this.#show(slide);
      if (next) loaded(next.src).catch(() => {});
    } catch {
      slide.failedAt = performance.now();
    } finally {
      if (this.coming === slide) this.coming = null;
    }
  }

  #show(slide) {
    this.shown = slide;
    this.image.src = slide.src;
    this.image.alt = slide.alt;
  }
}

function loaded(src) {
  const picture = new Image();
  picture.src = src;
  return picture.decode();
}
