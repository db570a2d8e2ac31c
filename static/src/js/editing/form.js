// The form of the editor as names and values, and back; its lectures are cards in an order.

const OWN = new Set(["csrf_token", "revision", "writer", "do", "q", "films"]);

export function entriesOf(form) {
  return [...new FormData(form)].filter(([name]) => !OWN.has(name));
}

export function cardOf(form, key) {
  return form.querySelector(`[data-lectures] > [data-key="${CSS.escape(key)}"]`);
}

/** Return a new card: "own" has words to be written, "taken" is a lecture as it is. */
export function newCard(form, kind, key, code = "") {
  const drawn = form.querySelector(`template[data-card="${kind}"]`).innerHTML;
  const holder = document.createElement("template");
  holder.innerHTML = drawn.replaceAll("__key__", key).replaceAll("__code__", code).trim();
  return holder.content.firstElementChild;
}

/** Put into the form what was written elsewhere, in its order. */
export function fill(form, entries) {
  const values = new Map();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  arrange(form, values);
  for (const field of form.elements) {
    const given = values.get(field.name) ?? [];
    if (OWN.has(field.name) || !field.name) continue;
    if (field.type === "checkbox") field.checked = given.includes(field.value);
    else if (given.length > 0 && field.name !== "lecture") choose(field, given[0]);
  }
}

function arrange(form, values) {
  const list = form.querySelector("[data-lectures]");
  const keys = values.get("lecture") ?? [];
  const present = new Map([...list.children].map((card) => [card.dataset.key, card]));
  list.replaceChildren(...keys.map((key) => suited(form, present.get(key), key, values)));
}

/** Return the card of a lecture, another one if it has no room for the words or none are left. */
function suited(form, card, key, values) {
  const isOwn = values.has(`${key}.own`);
  if (card && isOwn === card.querySelector(`[name="${CSS.escape(key)}.own"]`) instanceof Element) return card;
  const drawn = newCard(form, isOwn ? "own" : "taken", key, values.get(`${key}.code`)?.[0]);
  drawn.querySelector("[data-writing]")?.removeAttribute("open");
  return drawn;
}

function choose(field, value) {
  field.value = value;
  if (field.tagName !== "SELECT" || field.value === value) return;
  field.add(new Option(`№ ${value}`, value)); // A film that is not on this page's list.
  field.value = value;
}
