// The page that takes files. Without it the form below sends one file in one go; with it many are
// sent at leisure, and what was cut off goes on where it stopped.

import { Queue } from "./uploading/queue.js";
import { Titles } from "./uploading/titles.js";

const place = document.querySelector("[data-uploading]");
const drop = place.querySelector("[data-drop]");
const choose = place.querySelector("[data-choose]");
const csrf = document.querySelector("[data-plain] [name=csrf_token]").value;
const sentences = Object.fromEntries(
  [...place.querySelectorAll("[data-sentence]")].map((one) => [one.dataset.sentence, one.textContent]),
);
const queue = new Queue(place, {
  list: place.querySelector("[data-list]"),
  template: place.querySelector("template[data-row]"),
  sentences,
  csrf,
  titles: new Titles(csrf),
});

function over(event) {
  event.preventDefault(); // Else the browser opens the file in place of the page.
  const isFile = [...event.dataTransfer.types].includes("Files");
  drop.classList.toggle("is-over", isFile && event.type === "dragover");
}

function dropped(event) {
  over(event);
  queue.add(event.dataTransfer.files);
}

choose.addEventListener("change", () => {
  queue.add(choose.files).then(() => { choose.value = ""; });
});
for (const name of ["dragover", "dragleave"]) document.addEventListener(name, over);
document.addEventListener("drop", dropped);
document.querySelector("[data-plain]").hidden = true;
place.hidden = false;
await queue.look();
place.dataset.ready = "yes";
