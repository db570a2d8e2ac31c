// The order of the lectures: by “Lên” and “Xuống”, and by dragging a card by its grip.

const EDGE = 60; // Pixels from the edge of the screen within which a drag scrolls the page.

export class Order {
  /** `moved(card)` is told after a card has come to another place. */
  constructor(list, moved) {
    this.list = list;
    this.moved = moved;
    list.addEventListener("pointerdown", (event) => this.#grasp(event));
  }

  /** Make the ends of the list say that there is no further; show the grips. */
  refresh() {
    const cards = [...this.list.children];
    cards.forEach((card, place) => {
      card.querySelector("[data-grip]").hidden = false;
      card.querySelector('[data-move="-1"]').ariaDisabled = place === 0 ? "true" : null;
      card.querySelector('[data-move="1"]').ariaDisabled = place === cards.length - 1 ? "true" : null;
    });
  }

  step(card, button) {
    const step = Number(button.dataset.move);
    const other = step < 0 ? card.previousElementSibling : card.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(card);
    else other.after(card);
    button.focus(); // Whoever moves a card again presses the same button again.
    this.moved(card);
  }

  #grasp(event) {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    const card = grip.closest("[data-key]");
    const before = card.nextElementSibling;
    const ending = new AbortController();
    const { signal } = ending;
    card.classList.add("dragged");
    grip.setPointerCapture(event.pointerId);
    const end = () => {
      ending.abort();
      card.classList.remove("dragged");
      if (card.nextElementSibling !== before) this.moved(card);
    };
    grip.addEventListener("pointermove", ({ clientY }) => this.#drag(card, grip, clientY, event.pointerId), { signal });
    for (const name of ["pointerup", "pointercancel"]) grip.addEventListener(name, end, { signal });
  }

  #drag(card, grip, y, pointer) {
    if (y < EDGE) scrollBy(0, y - EDGE);
    if (y > innerHeight - EDGE) scrollBy(0, y - innerHeight + EDGE);
    const others = [...this.list.children].filter((other) => other !== card);
    const after = others.find((other) => {
      const box = other.getBoundingClientRect();
      return y < box.top + box.height / 2;
    }) ?? null;
    if (after === card.nextElementSibling) return;
    this.list.insertBefore(card, after);
    grip.setPointerCapture(pointer); // Moving the card has let go of it.
  }
}
