// What stands at /worker.js where the operator has withdrawn the worker: it takes the place of the one
// before and goes. Copies and what waits to be sent stay on the phone: pages send it, and a worker
// that comes back finds it all.

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(registration.unregister()));
