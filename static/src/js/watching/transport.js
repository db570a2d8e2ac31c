// One request to the server and what came back; as few bytes as a browser lets one send.

const PATIENCE = 20000; // Milliseconds; a line that says nothing for so long is tried anew.
const JSON_TYPE = "application/json";

/** Post a body. Returns the status, what was said, and when by the device; throws without a line. */
export async function post(url, body, { keepalive = false } = {}) {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  const sentAt = Date.now();
  try {
    const answer = await fetch(url, {
      method: "POST",
      keepalive,
      signal: waiting.signal,
      referrerPolicy: "no-referrer",
      headers: { "Content-Type": JSON_TYPE },
      body: JSON.stringify(body),
    });
    const gotAt = Date.now();
    const retryAfter = Number(answer.headers.get("Retry-After")) || 0;
    return { status: answer.status, retryAfter, said: await said(answer), sentAt, gotAt };
  } finally {
    clearTimeout(timer);
  }
}

/** Post as the page goes away; nobody reads the answer. A beacon would name the page, in 60 bytes. */
export function leave(url, body) {
  if ("keepalive" in Request.prototype) post(url, body, { keepalive: true }).catch(() => {});
  else navigator.sendBeacon?.(url, new Blob([JSON.stringify(body)], { type: JSON_TYPE }));
}

async function said(answer) {
  try {
    return await answer.json();
  } catch (problem) {
    if (answer.ok) throw problem; // Cut off in the middle: as if it had not come.
    return {};
  }
}

