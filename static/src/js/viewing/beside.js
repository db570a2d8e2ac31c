// The list within reach in full screen: it goes along, opened and closed by a button of the player.

export class Beside {
  constructor(player, panel) {
    const { page } = player;
    Object.assign(this, { box: page.querySelector(".player"), panel, isOpen: true });
    this.home = document.createComment("");
    panel.before(this.home);
    this.#button(page);
    document.addEventListener("fullscreenchange", () => this.#follow());
  }

  #button(page) {
    const { content } = document.querySelector("template[data-beside]");
    this.box.querySelector(".ctl").insertBefore(content.cloneNode(true), page.querySelector('[data-do="full"]'));
    this.button = this.box.querySelector('[data-do="beside"]');
    this.button.addEventListener("click", () => this.#show(!this.isOpen));
  }

  get #isFull() { return document.fullscreenElement === this.box; }

  #show(isOpen) {
    if (!this.#isFull) return;
    this.isOpen = isOpen;
    if (!isOpen && this.panel.contains(document.activeElement)) this.button.focus();
    this.panel.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
  }

  #follow() {
    if (this.#isFull) this.box.append(this.panel);
    else this.home.after(this.panel);
    this.button.hidden = !this.#isFull;
    this.panel.hidden = this.#isFull && !this.isOpen;
    this.button.setAttribute("aria-expanded", String(this.isOpen));
  }
}
