// Keep the product on the home screen: said once, quietly, where the browser can; who says no is not
// asked again on this phone.

const NOTE = "elearn.install"; // "no": she does not want it.

/** Show the line that stands on this page, if the browser offers it and she has not said no. */
export function offer(event, page = document, storage = localStorage) {
  const line = page.querySelector("[data-install]");
  if (!line || storage.getItem(NOTE) === "no") return;
  const answered = (answer) => {
    line.hidden = true;
    if (answer !== "accepted") storage.setItem(NOTE, "no");
  };
  line.hidden = false;
  line.querySelector("[data-do=install]").addEventListener("click", async () => {
    await event.prompt();
    answered((await event.userChoice).outcome);
  }, { once: true });
  line.querySelector("[data-do=no-install]").addEventListener("click", () => answered("dismissed"), { once: true });
}
