// Whether what is fetched costs the one whose phone this is.

import { Halt } from "./halts.js";

/** Whether what comes is paid for by the megabyte, as far as the browser tells. */
export const isDear = () => globalThis.navigator.connection?.type === "cellular";

/** Throws a Halt where what comes of a copy would cost her and she has not said that it may. */
export function haltWhereDear({ mayBeDear }) {
  if (isDear() && !mayBeDear) throw new Halt("dear");
}

/** Hear when the phone comes to another kind of line; `options` as of addEventListener. */
export const onOtherLine = (act, options) => globalThis.navigator.connection?.addEventListener("change", act, options);
