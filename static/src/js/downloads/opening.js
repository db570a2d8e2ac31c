// What shows downloads is fetched apart, once a page needs it. If it does not come, that is the line's
// fault, or the page is older than what the server has by now: never the phone's. Until it is there the
// page says that it is coming, and so it does where not even this has come.

/**
 * Show downloads in the parts of a page that are there: [{root, load}], where `load()` gives what
 * shows them. `say` tells what stands in the way: "cannot", "late", or "".
 */
export async function open(parts, { isAble, person, say, page = globalThis }) {
  if (!isAble()) return say("cannot");
  const loading = parts.filter(({ root }) => root).map(async ({ root, load }) => [await load(), root]);
  const loaded = await Promise.all(loading).catch(() => null);
  say(loaded ? "" : "late");
  // Browsers from before the autumn of 2026 remember of a script that it did not come, and fail at once
  // when asked again: there only the link beside the words helps, which opens the page anew.
  if (!loaded) return page.addEventListener("online", () => open(parts, { isAble, person, say, page }), { once: true });
  for (const [Shown, root] of loaded) await new Shown(root, person).look().catch(() => say("cannot"));
  return undefined;
}
