"""The rows of a layout with what stands beside and above them."""

from bisect import bisect_right
from collections.abc import Iterator

from elearn.people.roster.rules.books import BookRow, Raw, Sheet
from elearn.people.roster.rules.layouts import Context, Layout


def placed_rows(sheet: Sheet, layout: Layout) -> Iterator[tuple[BookRow, Context]]:
    """Yield each entry's row and what stands above it: its groups, and the letterhead.

    Cells that are merged downwards, and places that are only written where they change, are
    filled in, so that each row says by itself what it says on paper.
    """
    rows = {row.number: row for row in sheet.rows}
    carried: dict[int, Raw] = {}
    groups, last = sorted(layout.under), None
    for number in layout.entry_rows:
        above = bisect_right(groups, number)
        if above != last:
            carried, last = {}, above
        context = layout.under[groups[above - 1]] if above else layout.context
        yield _filled(rows[number], layout.carried, carried), context


def _filled(row: BookRow, columns: tuple[int, ...], carried: dict[int, Raw]) -> BookRow:
    """Return the row with what its empty cells carry on, and remember what it says itself."""
    if not columns:
        return row
    cells = list(row.cells) + [None] * (columns[-1] + 1 - len(row.cells))
    for at in columns:
        if cells[at] in (None, ""):
            cells[at] = carried.get(at)
        carried[at] = cells[at]
    return BookRow(row.number, tuple(cells))
