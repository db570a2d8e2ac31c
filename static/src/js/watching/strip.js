// The seen strip: one cell per slice of equal time, tall when held, hatched when still on the phone.

const SVG = "http://www.w3.org/2000/svg";
const TALL = 20;
const LOW = 7;
const STEP = 10;
const WIDE = 8;

function cell(kind, x, width) {
  const rect = document.createElementNS(SVG, "rect");
  const height = kind === "no" ? LOW : TALL;
  rect.setAttribute("class", kind);
  rect.setAttribute("x", x.toFixed(1));
  rect.setAttribute("y", TALL - height);
  rect.setAttribute("width", width.toFixed(1));
  rect.setAttribute("height", height);
  return rect;
}

function place(at) {
  const rect = cell("at", at * STEP - 1, 2);
  rect.setAttribute("y", -4);
  rect.setAttribute("height", TALL + 8);
  return rect;
}

/** Every strip of the page, kept true. */
export class Strip {
  constructor(player) {
    this.player = player;
    this.places = [...player.page.querySelectorAll("[data-cells]")];
    player.on("change", () => this.#draw());
  }

  #draw() {
    const { state: { held, unsent }, position: now } = this.player;
    for (const { dataset, firstElementChild } of this.places) {
      const position = "at" in dataset ? now : null;
      draw(firstElementChild, Number(dataset.cells), { held, unsent, position });
    }
  }
}

/** Draw a strip of so many cells anew from what the server holds and what it does not hold yet. */
function draw(svg, count, { held, unsent, position = null }) {
  const { length } = held;
  const cells = [];
  for (let number = 0; number < count; number += 1) {
    const start = Math.floor((length * number) / count);
    const end = Math.floor((length * (number + 1)) / count);
    const [seen, waits] = [held.share(start, end), unsent.share(start, end)];
    const x = number * STEP;
    if (Math.max(seen, waits) < 1) cells.push(cell("no", x, WIDE));
    if (seen > 0) cells.push(cell("yes", x, seen * WIDE));
    if (waits > 0) cells.push(cell("held", x + seen * WIDE, waits * WIDE));
  }
  if (position !== null) cells.push(place((position / length) * count));
  svg.replaceChildren(...cells);
}
