// The lecture page: the player, and one line for each part that is hung into it.

import { assembled } from "./watching/assembled.js";
import { Asking } from "./watching/asking.js";
import { Bookmarks } from "./watching/bookmarks.js";
import { Ending } from "./watching/ending.js";
import { Gaps } from "./watching/gaps.js";
import { Missing } from "./watching/missing.js";
import { Reporting } from "./watching/reporting.js";
import { Transcript } from "./watching/transcript.js";

const player = assembled(document.querySelector("[data-player]"));
new Gaps(player);
new Missing(player);
new Transcript(player);
new Asking(player);
new Bookmarks(player);
new Ending(player);
new Reporting(player); // Last: it sends at once what was left here, and tells the others.
