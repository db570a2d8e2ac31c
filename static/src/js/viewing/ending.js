// The end of a shared viewing: asked once, told to the server, then the list to look over.

export class Ending {
  constructor(page, leading) {
    const dialog = page.querySelector("[data-ending]");
    const [open, end, back] = ["end", "really-end", "go-on"].map((name) => page.querySelector(`[data-do="${name}"]`));
    const show = () => { open.disabled = leading.isEnded; };
    open.addEventListener("click", async () => {
      leading.player.pause();
      if (document.fullscreenElement) await document.exitFullscreen();
      dialog.showModal();
    });
    back.addEventListener("click", () => dialog.close());
    end.addEventListener("click", () => {
      dialog.close();
      leading.end();
    });
    leading.addEventListener("change", show);
    leading.addEventListener("over", () => location.assign(page.dataset.resultUrl));
    show();
  }
}
