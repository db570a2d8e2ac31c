// Slides beside their film: look where one begins, take the moment, and leave nothing unsaved unseen.

const page = document.querySelector("[data-cutting]");
const video = page?.querySelector("video");
const form = document.getElementById("slides");
const unsaved = form?.querySelector('[data-part="unsaved"]');
let dirty = false;

/** A moment as it is written on the page: 12:30, 1:02:30,5. */
function written(seconds) {
  const tenths = Math.floor(seconds * 10);
  const whole = Math.floor(tenths / 10);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  const shown = hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return tenths % 10 ? `${shown},${tenths % 10}` : shown;
}

function changed() {
  dirty = true;
  if (unsaved) unsaved.hidden = false;
}

function go(seconds) {
  const seek = () => { video.currentTime = seconds; video.play().catch(() => {}); };
  if (video.readyState > 0) return seek();
  video.addEventListener("loadedmetadata", seek, { once: true });
  video.load();
}

if (video) {
  page.addEventListener("click", (event) => {
    const link = event.target.closest("[data-from]");
    if (link) {
      event.preventDefault();
      go(Number(link.dataset.from));
    }
    const taker = event.target.closest("[data-take]");
    if (taker) {
      const field = document.getElementById(taker.dataset.take);
      field.value = written(video.currentTime);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  for (const button of page.querySelectorAll("[data-take]")) button.hidden = false;
}

form?.addEventListener("input", (event) => {
  if (event.target.form === form) changed();
});
form?.addEventListener("submit", () => { dirty = false; });
addEventListener("beforeunload", (event) => {
  if (dirty) event.preventDefault();
});
