// The worker of this site. Without a line it answers from what is on this phone; with one it stands
// aside. In front of this file the server writes what is needed here: self.SHELL = {page, assets}.
//
// It answers only: pages that are opened, what pages are built of (/static/…), and the files of
// copies (/leases/…/files/…). Everything else, and whatever is sent, goes past it untouched.

import * as assets from "./worker/assets.js";
import { fileOf, serveFile } from "./worker/files.js";
import { keep } from "./worker/keeping.js";
import { heard } from "./worker/messages.js";
import { openPage } from "./worker/pages.js";
import { synced } from "./worker/syncing.js";

const { SHELL } = self;

function answerTo(event) {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return undefined;
  if (request.mode === "navigate") return openPage(event, SHELL);
  if (pathname.startsWith(assets.FOLDER)) return assets.serve(request);
  const file = fileOf(pathname);
  return file && serveFile(request, file);
}

addEventListener("install", (event) => {
  event.waitUntil(assets.whileItComes(() => assets.bring(SHELL.assets)).then(() => keep(SHELL.page)));
});

addEventListener("activate", (event) => {
  const begin = async () => {
    await registration.navigationPreload?.enable(); // Pages are asked for while this wakes up.
    await assets.renew(SHELL.assets, () => !registration.installing && !registration.waiting);
    await clients.claim(); // The first page of a phone, too, may download at once.
  };
  event.waitUntil(begin());
});

addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

addEventListener("message", (event) => event.waitUntil(heard(event.data, SHELL)));
addEventListener("sync", (event) => event.waitUntil(synced(event.tag)));
