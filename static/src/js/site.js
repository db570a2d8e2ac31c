// What every page is given beyond its forms and links. Without it each page still works.

// The errors of a form are read first.
document.querySelector(".errors")?.focus();

// Show what is typed into a password field.
for (const tick of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(tick.dataset.shows);
  tick.closest("[hidden]").hidden = false;
  tick.addEventListener("change", () => {
    field.type = tick.checked ? "text" : "password";
  });
}

// A form is sent once: the button says so and takes no second press.
function send(event) {
  const button = event.submitter;
  if (event.defaultPrevented || !button?.dataset.busy) return;
  if (button.ariaDisabled === "true") {
    event.preventDefault();
    return;
  }
  button.dataset.words = button.innerHTML;
  button.ariaDisabled = "true";
  button.textContent = button.dataset.busy;
}

// Coming back to a page that the browser kept, its buttons are as they were.
function wake() {
  for (const button of document.querySelectorAll("[data-words]")) {
    button.innerHTML = button.dataset.words;
    button.ariaDisabled = null;
    delete button.dataset.words;
  }
}

document.addEventListener("submit", send);
window.addEventListener("pageshow", wake);

// “Thêm” in the bottom bar closes by a press elsewhere.
const more = document.querySelector(".nav .more details");
document.addEventListener("click", ({ target }) => {
  if (more?.open && !more.contains(target)) more.open = false;
});

// Work that goes on elsewhere is looked at again, but not while somebody fills in a form.
const working = document.querySelector("[data-reload]");
if (working) {
  setInterval(() => {
    if (!document.activeElement.closest("form")) location.reload();
  }, working.dataset.reload * 1000);
}

// Copy a number or an address; the button's own words answer.
async function copy({ currentTarget: button }) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = button.dataset.copied;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", copy);
}
