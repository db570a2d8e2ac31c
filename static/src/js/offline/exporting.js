// A report file: all that waits on this phone, for somebody with a line to bring to the server.

import { lineOf, waitingOf } from "./delivering.js";
import { queue as ours } from "./queue.js";

const TYPE = "text/plain"; // So that Zalo and mail carry it.

function dayOf(milliseconds) {
  const day = new Date(milliseconds);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(day.getDate())}-${two(day.getMonth() + 1)}-${day.getFullYear()}`;
}

/** The file with all that waits here, or none if nothing does. Nothing is struck out by it. */
export async function file({ queue = ours, now = Date.now() } = {}) {
  await queue.bringOver();
  const waits = await waitingOf(queue);
  if (!waits.length) return null;
  const lines = await Promise.all(waits.map((one) => lineOf(one, now)));
  const { server, host } = waits[0].lease;
  const head = { elearn: "report file", version: 1, server, host, made: now, envelopes: lines.length };
  const text = [JSON.stringify(head), ...lines].map((line) => `${line}\n`).join("");
  return new File([text], `bao-cao-xem-${dayOf(now)}.elearn.txt`, { type: TYPE });
}

/** Hand a file to another app where this browser can, or save it; says which of the two was done. */
export async function handOver(report, page = globalThis) {
  if (page.navigator.canShare?.({ files: [report] })) {
    try {
      await page.navigator.share({ files: [report] });
      return "shared";
    } catch (problem) {
      if (problem.name === "AbortError") return "none"; // She changed her mind.
    }
  }
  save(report, page);
  return "saved";
}

/** Save a file among the downloads. */
export function save(report, { document, URL } = globalThis) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(report);
  link.download = report.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
