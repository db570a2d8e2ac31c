// The screen of a shared viewing: the lecture's own player, and beside it who is present.

import { Choices } from "./watching/choices.js";
import { Clocks } from "./watching/clocks.js";
import { Controls } from "./watching/controls.js";
import { Keys } from "./watching/keys.js";
import { LockScreen } from "./watching/lockscreen.js";
import { takeOpus } from "./watching/opus.js";
import { Pace } from "./watching/pace.js";
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
import { Volume } from "./watching/volume.js";
import { Beside } from "./viewing/beside.js";
import { Ending } from "./viewing/ending.js";
import { Kept } from "./viewing/kept.js";
import { Leading } from "./viewing/leading.js";
import { News } from "./viewing/news.js";
import { Presence } from "./viewing/presence.js";
import { Roster } from "./viewing/roster.js";
import { Sending } from "./viewing/sending.js";
import { Stretches } from "./viewing/stretches.js";

takeOpus(document.querySelectorAll("[name=weight]"));
const page = document.querySelector("[data-player]");
const player = new Player(page);
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

const { person, viewing, most, before, reportUrl, interval } = page.dataset;
const kept = new Kept({ person, token: viewing });
const presence = new Presence(kept, Number(most), { before: JSON.parse(before) });
const stretches = new Stretches(kept, player.length);
const pace = new Pace(Number(interval));
const sending = new Sending({ url: reportUrl, person: Number(person), stretches, clocks: new Clocks(), pace });
const leading = new Leading({ player, presence, stretches, sending, kept, pace });
const panel = document.querySelector("[data-presence]");
new Roster(panel, leading);
new News(page, leading);
new Ending(page, leading);
new Beside(player, panel);
new Reporting(player); // Last: it sends at once what was left here, and tells the others.
