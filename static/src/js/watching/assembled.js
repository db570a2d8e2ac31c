// A player with all that stands on its own page and on the screen of a shared viewing alike.

import { Choices } from "./choices.js";
import { Controls } from "./controls.js";
import { Copy } from "./copy.js";
import { Keys } from "./keys.js";
import { LockScreen } from "./lockscreen.js";
import { takeOpus } from "./opus.js";
import { Panel } from "./panel.js";
import { Player } from "./player.js";
import { Preview } from "./preview.js";
import { ReceiptView } from "./receipt.js";
import { Said } from "./said.js";
import { Screen } from "./screen.js";
import { Seeking } from "./seeking.js";
import { Slides } from "./slides.js";
import { Speed } from "./speed.js";
import { Strip } from "./strip.js";
import { Volume } from "./volume.js";
import { Warnings } from "./warnings.js";

/** Return the player of a page; its seconds are reported by whoever makes `Reporting`, last of all. */
export function assembled(page) {
  takeOpus(document.querySelectorAll("[name=weight]"));
  const player = new Player(page);
  new Copy(player);
  new Slides(player);
  new Strip(player);
  new ReceiptView(player);
  const [controls, speed, said] = [new Controls(player), new Speed(player), new Said(player)];
  const [screen, volume] = [new Screen(player), new Volume(player)];
  new Seeking(player);
  new Preview(player);
  new Panel(player);
  new Keys(player, { controls, speed, said, screen, volume });
  new LockScreen(player);
  new Choices(player);
  new Warnings(player);
  return player;
}
