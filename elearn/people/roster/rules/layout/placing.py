"""The rows of a layout with what stands beside and above them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from elearn.people.roster.rules.books import BookRow, Raw, Sheet
from elearn.people.roster.rules.layout.carrying import is_merged_down
from elearn.people.roster.rules.layout.plain import is_filled
from elearn.people.roster.rules.layouts import Context, Layout, RosterField

_Said = Mapping[int, Raw]


def placed_rows(sheet: Sheet, layout: Layout) -> Iterator[tuple[BookRow, Context]]:
    """Yield each entry's row and what stands above it: its groups, and the letterhead.

    Cells that are merged downwards, places that are only written where they change, and names
    that take two columns are put together, so that each row says by itself what it says on paper.
    """
    rows = {row.number: row for row in sheet.rows}
    merged, name = _merged(sheet, layout, rows), _name(layout)
    carried: dict[int, Raw] = {}
    groups, last = sorted(layout.under), -1
    for number in layout.entry_rows:
        above = bisect_right(groups, number)
        if above != last:
            carried, last = {}, above
        row = _with(rows[number], merged.get(number, {}))
        row = _with(row, _carried(row, layout.carried, carried))
        context = layout.under[groups[above - 1]] if above else layout.context
        yield (_named(row, *name) if name else row), context


def _merged(sheet: Sheet, layout: Layout, rows: Mapping[int, BookRow]) -> dict[int, dict[int, Raw]]:
    """Return row → column → what a cell says that is merged downwards over it."""
    found: dict[int, dict[int, Raw]] = defaultdict(dict)
    wanted = {at for at, one in layout.columns.items() if is_merged_down(one.field)}
    for span in sheet.merged:
        at, first = span.first_column, rows.get(span.first_row)
        if at in wanted and first is not None and at < len(first.cells):
            for number in range(span.first_row + 1, min(span.last_row, layout.entry_rows[-1]) + 1):
                found[number][at] = first.cells[at]
    return found


def _with(row: BookRow, said: _Said) -> BookRow:
    """Return the row with these cells where it has none itself."""
    if not said:
        return row
    cells = [*row.cells, *[None] * (max(said) + 1 - len(row.cells))]
    for at, cell in said.items():
        if not is_filled(cells[at]):
            cells[at] = cell
    return BookRow(row.number, tuple(cells))


def _carried(row: BookRow, columns: tuple[int, ...], carried: dict[int, Raw]) -> _Said:
    """Return what the row carries on, and remember what it says itself."""
    for at in columns:
        if at < len(row.cells) and is_filled(row.cells[at]):
            carried[at] = row.cells[at]
    return carried


def _name(layout: Layout) -> tuple[int, int] | None:
    first = layout.column_of(RosterField.NAME)
    last = layout.column_of(RosterField.GIVEN_NAME)
    return None if first is None or last is None else (first, last)


def _named(row: BookRow, first: int, last: int) -> BookRow:
    """Return the row with the last word of the name put to its first ones."""
    cells = list(row.cells)
    if first < len(cells) and last < len(cells) and is_filled(cells[last]):
        cells[first] = f"{cells[first] or ''} {cells[last]}".strip()
    return BookRow(row.number, tuple(cells))
