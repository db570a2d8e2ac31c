// The copy on this phone: if there is one of this film, it is played, whatever the line. Where she
// chose another way and the film stops coming, playing goes on from the copy at the same second.

import { isOver, leaseOf, look, readyOf } from "../offline/leases.js";
import { queue } from "../offline/queue.js";
import { learn } from "./crediting.js";

const PATIENCE = 2000; // Milliseconds; whoever pressed play waits no longer for the database.
const PLAYLIST = "application/vnd.apple.mpegurl";

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** Where a copy plays from; the worker answers it from the phone. */
export function addressOf({ lease, parts }) {
  const playlist = parts.find(({ type }) => type === PLAYLIST);
  return playlist && `/leases/${lease}/files/${playlist.name}`;
}

export class Copy {
  constructor(player, page = globalThis) {
    Object.assign(this, { player, page });
    if (player.facts.lease) this.#own(namedOn(player));
    player.prepared = Promise.race([this.#find().catch(() => {}), pause(PATIENCE)]);
    player.spare = () => this.#takeOver();
    player.on("waits", (waits) => { if (waits) this.#takeOver(); });
    const { video } = player;
    video.addEventListener("waiting", () => { if (!page.navigator.onLine) this.#takeOver(); });
    video.addEventListener("play", () => this.#mayPlay());
    this.#listen();
  }

  /** A download that is done while the page is open is played from the next moment nothing plays. */
  #listen() {
    if (!this.page.BroadcastChannel) return;
    new this.page.BroadcastChannel("elearn").addEventListener("message", ({ data }) => {
      if (data.state === "ready" && !this.lease) this.#find().catch(() => {});
      if (data.lease === this.lease?.lease && data.state === "ended") this.#giveBack();
      if (data.delivered && this.lease) this.#learn().catch(() => {});
    });
  }

  /** The worker or another page has sent what waited: know what the server holds by now. */
  async #learn() {
    await queue.all();
    const lease = await leaseOf(this.lease.lease);
    this.player.state.reached = true; // Over a line that is this page's too.
    if (lease) this.#know(lease);
  }

  #know(lease) {
    learn(this.player, lease);
    this.player.tell("change");
  }

  async #find() {
    const { facts } = this.player;
    const { person, version, lease } = facts;
    this.lease = await (lease ? leaseOf(lease) : readyOf(person, version));
    if (lease) await this.#take();
    else if (this.lease && this.page.navigator.serviceWorker?.controller) this.#lend();
  }

  /** On the page that belongs to a copy: what has become known since the page was kept. */
  async #take() {
    const { player, lease } = this;
    this.#own(lease);
    if (!lease) return;
    player.facts.position = positionOf(lease, await queue.of(lease.person));
    this.#know(lease);
    this.#mayPlay();
  }

  /** What is played on that page is its lease's, whatever button was pressed for it. */
  #own(lease) {
    this.player.lease = this.player.state.lease = lease ?? null;
    if (lease) this.input.dataset.lease = lease.lease;
    else delete this.input.dataset.lease; // The phone has forgotten it: it plays over the line, or not.
  }

  get input() {
    const { facts } = this.player;
    const inputs = [...document.querySelectorAll("[name=weight]")];
    return facts.lease ? inputs[0] : inputs.find(({ value }) => value === this.lease.weight);
  }

  /** On the page that is fetched: the copy is one of the ways to watch, and the first. */
  #lend() {
    const { input, lease, player } = this;
    const url = addressOf(lease);
    if (!input || !url) return;
    player.lease = lease;
    this.before = { url: input.dataset.url, size: sizeOf(input).textContent };
    Object.assign(input.dataset, { url, lease: lease.lease });
    sizeOf(input).textContent = input.dataset.kept;
    if (player.video.paused && !new URLSearchParams(location.search).has("weight")) player.change(input);
    look(lease.lease).catch(() => {});
  }

  /** The copy was deleted: the same way to watch comes over the line again. */
  #giveBack() {
    const { input, before } = this;
    this.lease = this.player.lease = null;
    if (!before) return;
    delete input.dataset.lease;
    input.dataset.url = before.url;
    sizeOf(input).textContent = before.size;
    if (input.checked) this.player.change(input);
  }

  /** Play from the copy what does not come any more; says whether there is one. */
  #takeOver() {
    const { player } = this;
    const isPlayed = player.state.lease; // Lent while the film played, it is chosen and does not play yet.
    if (!player.lease || isPlayed || !this.input.dataset.lease) return false;
    player.change(this.input);
    return true;
  }

  /** When its days are over a copy plays no more; what was played is sent all the same. */
  #mayPlay() {
    const { player } = this;
    const isNoMore = Boolean(player.weight.lease && player.lease && isOver(player.lease));
    if (isNoMore) player.pause(); // Each time: a play that was pressed before this was known goes on after it.
    if (isNoMore === player.state.isOver) return;
    player.state.isOver = isNoMore;
    player.tell("change");
  }
}

/** What the page of a copy says of its lease; a busy phone is slow to open its database. */
function namedOn({ facts: { lease, person, version, lecture }, length }) {
  return { lease, person: Number(person), film: Number(version), lecture, length };
}

const sizeOf = (input) => input.closest("label").querySelector("[data-size]");

/** Where she left off: by what was played here last, or by what the server was told. */
function positionOf(lease, records) {
  const mine = records.filter((record) => record.lease === lease.lease).sort((a, b) => b.to - a.to);
  return mine[0]?.position ?? lease.position;
}
