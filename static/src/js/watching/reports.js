// What is said to the server: reports of what waits, with what would be held if all were credited.

const shared = ({ session, form, ranges, position, from, to }) => ({ session, form, ranges, position, from, to });

/** The reports of a batch of records; of the page's own film they say what the player would hold. */
export function reportsOf(batch, { film, held }) {
  return batch.map(([, record]) => {
    const report = shared(record);
    if (record.closing) report.closing = true;
    if (record.film !== film) return report;
    held.add(record.ranges);
    return { ...report, knows: held.size };
  });
}

/** The report that ends a session of which everything was acknowledged. */
export function endOf({ session, form, position }) {
  return { session, form, ranges: [], position, closing: true };
}
