// Writes the report file of a phone by the very code that phones run: told on stdin what it leased
// and what it played, it prints {name, text}.

import { file } from "../../../static/src/js/offline/exporting.js";
import { end, keep, leaseOf } from "../../../static/src/js/offline/leases.js";
import { page, phone } from "./pieces.js";

const pieces = [];
for await (const piece of process.stdin) pieces.push(piece);
const { leases, played, ended, now } = JSON.parse(Buffer.concat(pieces));
const queue = page(await phone());
for (const told of leases) await keep({ said: told, sentAt: now, gotAt: now });
for (const { lease, form, ranges, ...times } of played) await queue.add(await leaseOf(lease), form, ranges, times);
for (const token of ended) await end(token, "deleted");
const report = await file({ queue, now });
process.stdout.write(JSON.stringify({ name: report.name, text: await report.text() }));
process.exit(0);
