// Is an answer one of ours? A proxy that answers for a dead server, or the gate of a public line,
// has pages of its own.

const SIGN = "frame-ancestors"; // Every answer of ours says who may frame it.

export const isOurs = ({ headers }) => (headers.get("Content-Security-Policy") ?? "").includes(SIGN);

/** Somebody else says that nobody of ours is there. */
export const isNobody = (answer) => answer.status >= 500 && !isOurs(answer);
