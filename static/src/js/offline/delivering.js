// Envelopes go to the server: from a page that plays, from any page that is opened, from the worker.
//
// No sign-in is needed, the signature is the proof; so whoever has the line sends for all who have
// this phone.

import { post } from "../watching/transport.js";
import { change, fact, settle } from "./database.js";
import { said, sealed } from "./envelopes.js";
import { allLeases, alter, drop } from "./leases.js";
import { queue as ours } from "./queue.js";

const URL = "/envelopes";
const BATCH = 50;
const LEAST = 5000; // Milliseconds of peace for a busy server that names none.
const MOST = 600000; // Much longer ones can only be a clock that was set.
const PATIENCE = 6 * 3600 * 1000; // Until a lease the server did not know is asked for again.
const LONG_AGO = 2 * 24 * 3600 * 1000;
const MOST_AT_LEAVING = 30000; // Letters; of what outlives its page a browser takes 64 kB in all.
const BUSY = [429, 503];
const UNREADABLE = [400, 413, 422];

const numberOf = (token) => `number.${token}`;

/** The next number of a lease's envelopes; of a phone that can write nothing more, the clock's. */
function nextNumber(token) {
  return change(["facts"], async ({ store }) => {
    const number = ((await store.get(numberOf(token))) ?? 0) + 1;
    await store.put(number, numberOf(token));
    return number;
  }).catch(() => Date.now());
}

/** What waits, lease by lease: {lease, records}; also leases of whose end the server has not heard. */
export async function waitingOf(queue = ours, { again = true, now = Date.now() } = {}) {
  const records = await queue.all();
  const all = (await allLeases()).map((lease) => ({ lease, records: records.filter((one) => one.lease === lease.lease) }));
  return all.filter(({ lease, records: mine }) => (mine.length || isEnding(lease))
    && (again || !(now - lease.unknownAt < PATIENCE)));
}

const isEnding = ({ state, endedBy, endToldAt }) => state === "ended" && Boolean(endedBy) && !endToldAt;

/** The line of an envelope with what waits under a lease. */
export async function lineOf({ lease, records }, now = Date.now()) {
  const number = await nextNumber(lease.lease);
  const told = isEnding(lease) ? lease : { ...lease, endedBy: undefined };
  return sealed(lease, said(told, records, { number, made: now }));
}

/**
 * Send all that waits on this phone. Returns {status, receipts: [{lease, receipt}], rest, …}: the
 * last answer's status (0: no line, none: nothing to send), what each lease was told, and whether
 * something still waits.
 */
export async function deliver({ queue = ours, keepalive = false, isForced = false } = {}) {
  await queue.bringOver();
  await queue.flush();
  const waits = await waitingOf(queue, { again: isForced });
  const outcome = { status: undefined, receipts: [], rest: false };
  if (waits.length && (await isQuiet())) return { ...outcome, status: 503, rest: true };
  for (let at = 0; at < waits.length && !isOff(outcome); at += BATCH) {
    await send(waits.slice(at, at + BATCH), { queue, keepalive, outcome });
  }
  outcome.rest = (await waitingOf(queue)).length > 0;
  await tidy(queue);
  if (outcome.receipts.length) tell();
  return outcome;
}

/** Pages that show what waits look again. */
function tell() {
  const channel = new BroadcastChannel("elearn");
  channel.postMessage({ delivered: true });
  channel.close();
}

const isOff = ({ status }) => status === 0 || BUSY.includes(status) || status >= 500;

async function isQuiet(now = Date.now()) {
  const rest = ((await fact("quiet")) ?? 0) - now;
  return rest > 0 && rest <= 2 * MOST;
}

/** Send a batch; if the server cannot read it, each by itself, so that one holds up no other. */
async function send(batch, hands) {
  const { outcome } = hands;
  const lines = await Promise.all(batch.map((one) => lineOf(one)));
  const keepalive = hands.keepalive && lines.join().length < MOST_AT_LEAVING;
  const heard = await post(URL, { envelopes: lines }, { keepalive }).catch(() => ({ status: 0 }));
  outcome.status = heard.status;
  if (BUSY.includes(heard.status)) return quiet(heard, outcome);
  if (heard.status === 200) return acknowledge(batch, heard, hands);
  if (!UNREADABLE.includes(heard.status) || batch.length === 1) return undefined;
  for (const one of batch) if (!isOff(outcome)) await send([one], hands);
  return undefined;
}

async function quiet({ retryAfter, said: told }, outcome) {
  const pause = Math.min(Math.max(1000 * retryAfter, LEAST), MOST) * (1 + Math.random() / 2);
  Object.assign(outcome, { retryAfter, interval: told.interval });
  await settle("quiet", Date.now() + pause).catch(() => {});
}

async function acknowledge(batch, heard, { queue, outcome }) {
  const { receipts = [], received } = heard.said;
  for (const [place, { lease, records }] of batch.entries()) {
    const receipt = receipts[place];
    if (!receipt) continue;
    await (receipt.unknown ? doubt(lease) : take({ lease, records, receipt }, queue, heard));
    outcome.receipts.push({ lease, records, receipt: { received, ...receipt } });
  }
}

/** The server does not know it: what was played stays, and is sent again some hours later. */
const doubt = ({ lease }) => alter(lease, (one) => ({ ...one, unknownAt: Date.now() })).catch(() => {});

async function take({ lease, records, receipt }, queue, { sentAt, gotAt, said: { now, received } }) {
  for (const record of records) await queue.settle(record, receipt.refused).catch(() => {});
  const news = { ahead: Math.round((sentAt + gotAt) / 2 - now), seenAt: now };
  if (receipt.ended) news.endToldAt = Date.now();
  if (receipt.held) Object.assign(news, { held: receipt.held, lacking: receipt.lacking, received });
  const [last] = [...records].sort((a, b) => b.to - a.to);
  if (last) news.position = last.position;
  await alter(lease.lease, ({ unknownAt: _, ...one }) => ({ ...one, ...news })).catch(() => {});
}

/** Forget leases that ended long ago; a page that still played then has had time to say so. */
async function tidy(queue, now = Date.now()) {
  const [used, leases] = [new Set((await queue.all()).map(({ lease }) => lease)), await allLeases()];
  const over = leases.filter(({ lease, endToldAt }) => now - endToldAt > LONG_AGO && !used.has(lease));
  for (const { lease } of over) await drop(lease).catch(() => {});
  queue.hint(over.length < leases.length || used.size > 0);
}
