// A file's place at the server, asked for as soon as it is chosen: so its row and its name are found
// again even if the tab is closed before its turn has come.

const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Returns `{ address }`, `{ reason }` where it is refused, nothing where there is no line. */
export async function begin(endpoint, csrf, length, metadata) {
  const told = Object.entries(metadata).map(([key, value]) => `${key} ${encoded(value)}`).join(",");
  const headers = {
    "Tus-Resumable": "1.0.0",
    "Upload-Length": length,
    "Upload-Metadata": told,
    "X-CSRFToken": csrf,
    Accept: "application/json",
  };
  const answer = await fetch(endpoint, { method: "POST", headers }).catch(() => null);
  if (!answer || answer.status === 401 || answer.status >= 500) return {};
  if (answer.ok) return { address: new URL(answer.headers.get("Location"), location).pathname };
  return { reason: (await answer.json().catch(() => null))?.text ?? "" };
}
