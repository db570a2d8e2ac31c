// The lecture page: the player, and one line for each part that is hung into it.

import { Asking } from "./watching/asking.js";
import { Bookmarks } from "./watching/bookmarks.js";
import { Choices } from "./watching/choices.js";
import { Controls } from "./watching/controls.js";
import { Ending } from "./watching/ending.js";
import { Gaps } from "./watching/gaps.js";
import { takeOpus } from "./watching/opus.js";
import { Player } from "./watching/player.js";
import { ReceiptView } from "./watching/receipt.js";
import { Reporting } from "./watching/reporting.js";
import { Slides } from "./watching/slides.js";
import { Strip } from "./watching/strip.js";
import { Transcript } from "./watching/transcript.js";

takeOpus(document.querySelectorAll("[name=weight]"));
const player = new Player(document.querySelector("[data-player]"));
new Slides(player);
new Strip(player);
new Gaps(player);
new ReceiptView(player);
new Controls(player);
new Transcript(player);
new Asking(player);
new Bookmarks(player);
new Choices(player);
new Ending(player);
new Reporting(player); // Last: it sends at once what was left here, and tells the others.
