// The lecture page: the player, and one line for each part that is hung into it.

import { Asking } from "./watching/asking.js";
import { Bookmarks } from "./watching/bookmarks.js";
import { Choices } from "./watching/choices.js";
import { Controls } from "./watching/controls.js";
import { Copy } from "./watching/copy.js";
import { Ending } from "./watching/ending.js";
import { Gaps } from "./watching/gaps.js";
import { takeOpus } from "./watching/opus.js";
import { Keys } from "./watching/keys.js";
import { LockScreen } from "./watching/lockscreen.js";
import { Missing } from "./watching/missing.js";
import { Panel } from "./watching/panel.js";
import { Player } from "./watching/player.js";
import { Preview } from "./watching/preview.js";
import { ReceiptView } from "./watching/receipt.js";
import { Reporting } from "./watching/reporting.js";
import { Said } from "./watching/said.js";
import { Screen } from "./watching/screen.js";
import { Seeking } from "./watching/seeking.js";
import { Slides } from "./watching/slides.js";
import { Speed } from "./watching/speed.js";
import { Strip } from "./watching/strip.js";
import { Transcript } from "./watching/transcript.js";
import { Volume } from "./watching/volume.js";

takeOpus(document.querySelectorAll("[name=weight]"));
const player = new Player(document.querySelector("[data-player]"));
new Copy(player);
new Slides(player);
new Strip(player);
new Gaps(player);
new ReceiptView(player);
const [controls, speed, said] = [new Controls(player), new Speed(player), new Said(player)];
const [screen, volume] = [new Screen(player), new Volume(player)];
new Seeking(player);
new Preview(player);
new Panel(player);
new Keys(player, { controls, speed, said, screen, volume });
new LockScreen(player);
new Missing(player);
new Transcript(player);
new Asking(player);
new Bookmarks(player);
new Choices(player);
new Ending(player);
new Reporting(player); // Last: it sends at once what was left here, and tells the others.
