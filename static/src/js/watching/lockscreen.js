// The lock screen and the headset: what plays, and the buttons there (Media Session).

const STEP = 10;

export class LockScreen {
  constructor(player, session = navigator.mediaSession) {
    if (!session) return;
    Object.assign(this, { player, session });
    this.#buttons();
    player.video.addEventListener("playing", () => this.#name());
    for (const name of ["playing", "pause", "seeked", "ratechange"]) {
      player.video.addEventListener(name, () => this.#place());
    }
  }

  #name() {
    const { title, module, saving } = this.player.facts;
    const { poster } = this.player.video;
    const artwork = poster && saving !== "on" ? [{ src: poster }] : [];
    this.session.metadata = new MediaMetadata({ title, album: module ?? "", artwork });
  }

  #buttons() {
    const { player } = this;
    const by = (seconds) => () => player.seek(player.position + seconds);
    const acts = {
      play: () => player.play(),
      pause: () => player.pause(),
      seekbackward: by(-STEP),
      seekforward: by(STEP),
      seekto: ({ seekTime }) => player.seek(seekTime),
    };
    for (const [name, act] of Object.entries(acts)) {
      try {
        this.session.setActionHandler(name, act);
      } catch {
        // This browser does not know that button.
      }
    }
  }

  #place() {
    const { position, length: duration, video: { playbackRate, paused } } = this.player;
    this.session.playbackState = paused ? "paused" : "playing";
    this.session.setPositionState?.({ duration, playbackRate, position: Math.min(position, duration) });
  }
}
