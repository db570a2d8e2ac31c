// The curve of a film and the film above it: a press on one is a place in the other.

const film = document.querySelector("[data-film]");
const drawings = [...document.querySelectorAll("[data-curve]")];
const length = Number(document.querySelector("[data-length]").dataset.length);

function seek(second) {
  film.currentTime = second;
  film.play().catch(() => {});  // It may not begin by itself; it stands at its place.
  film.scrollIntoView({ block: "nearest" });
}

function begin(second) {
  if (film.readyState > 0) return seek(second);
  film.addEventListener("loadedmetadata", () => seek(second), { once: true });
  film.load();
  film.play().catch(() => {});
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-from]");
  if (!link) return;
  event.preventDefault();
  begin(Number(link.dataset.from));
});

for (const drawing of drawings) {
  drawing.addEventListener("click", (event) => {
    const { left, width } = drawing.getBoundingClientRect();
    begin(Math.floor(((event.clientX - left) / width) * length));
  });
}
document.querySelector("[data-hint]").hidden = false;

film.addEventListener("timeupdate", () => {
  const x = (film.currentTime / length) * 1000;
  for (const mark of document.querySelectorAll("[data-at]")) {
    mark.setAttribute("d", `M${x} 0V160`);
    mark.removeAttribute("visibility");
  }
});
