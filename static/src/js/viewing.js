// The screen of a shared viewing: the lecture's own player, and beside it who is present.

import { Beside } from "./viewing/beside.js";
import { Ending } from "./viewing/ending.js";
import { Kept } from "./viewing/kept.js";
import { Leading } from "./viewing/leading.js";
import { Mirror } from "./viewing/mirror.js";
import { News } from "./viewing/news.js";
import { Presence } from "./viewing/presence.js";
import { Roster } from "./viewing/roster.js";
import { Sending } from "./viewing/sending.js";
import { Stretches } from "./viewing/stretches.js";
import { assembled } from "./watching/assembled.js";
import { Pace } from "./watching/pace.js";
import { Reporting } from "./watching/reporting.js";

const page = document.querySelector("[data-player]");
const player = assembled(page);
const { person, viewing, most, before, reportUrl, interval } = page.dataset;
const kept = new Kept({ person, token: viewing });
const mirror = new Mirror(kept, { person, token: viewing });
await mirror.takeUp(); // First: who sat there, and what the leader played, may be known nowhere else.
const presence = new Presence(kept, Number(most), { before: JSON.parse(before) });
const stretches = new Stretches(kept, player.length);
const pace = new Pace(Number(interval));
const sending = new Sending({ url: reportUrl, person: Number(person), stretches, pace });
const leading = new Leading({ player, presence, stretches, sending, kept, pace });
const panel = document.querySelector("[data-presence]");
new Roster(panel, leading);
new News(page, leading);
new Ending(page, leading);
new Beside(player, panel);
leading.begin(new Reporting(player)); // Last: they send at once what was left here, and tell the others.
mirror.watch(player.video); // What stops the film has been written down by then.
