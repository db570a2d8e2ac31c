// When the film has ended: whether it counts, and the way to the next one. Gone once it plays again.

export class Ending {
  constructor(player) {
    const card = player.page.querySelector("[data-ended]");
    if (!card) return;
    const show = (word) => {
      const { lacking, unsent } = player.state;
      const counts = word ?? (lacking === 0 ? "yes" : lacking <= unsent.size ? "waits" : "no");
      for (const part of card.querySelectorAll("[data-counts]")) part.hidden = part.dataset.counts !== counts;
    };
    player.video.addEventListener("ended", () => { show(); card.hidden = false; });
    player.video.addEventListener("playing", () => { card.hidden = true; });
    player.on("through", () => { show("enough"); card.hidden = false; }); // Only what was missing was played.
    for (const news of ["seen", "change"]) { // The server's word comes some moments after the last second.
      player.on(news, () => { if (player.video.ended) show(); });
    }
  }
}
