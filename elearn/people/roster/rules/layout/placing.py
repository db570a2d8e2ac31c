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
    merged, joins = _merged(sheet, layout, rows), _joins(layout)
    carried: dict[int, Raw] = {}
    groups, last = sorted(layout.under), -1
    for number in layout.entry_rows:
        above = bisect_right(groups, number)
        if above != last:
            carried, last = {}, above
        row = _with(rows[number], merged.get(number, {}))
        row = _with(row, _carried(row, layout.carried, carried))
        context = layout.under[groups[above - 1]] if above else layout.context
        yield (_joined(row, joins) if joins else row), context


def _merged(sheet: Sheet, layout: Layout, rows: Mapping[int, BookRow]) -> dict[int, dict[int, Raw]]:
    """Return row → column → what a cell says that is merged downwards over it."""
    found: dict[int, dict[int, Raw]] = defaultdict(dict)
    last = layout.entry_rows[-1] if layout.entry_rows else 0
    wanted = {at for at, one in layout.columns.items() if is_merged_down(one.field)}
    for span in sheet.merged:
        at, first = span.first_column, rows.get(span.first_row)
        if at in wanted and first is not None and at < len(first.cells):
            for number in range(span.first_row + 1, min(span.last_row, last) + 1):
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


#: What is put together into one column, from which, and by which sign.
_PARTS = (
    (RosterField.NAME, (RosterField.NAME, RosterField.GIVEN_NAME), " "),
    (RosterField.BORN, (RosterField.BORN_DAY, RosterField.BORN_MONTH, RosterField.BORN), "/"),
)
_Join = tuple[int, tuple[int, ...], str]


def _joins(layout: Layout) -> list[_Join]:
    """Return the columns into which others are put, those others, and the sign between."""
    found: list[_Join] = []
    for field, parts, sign in _PARTS:
        into, columns = layout.column_of(field), [layout.column_of(one) for one in parts]
        told = tuple(at for at in columns if at is not None)
        if into is not None and len(told) > 1:
            found.append((into, told, sign))
    return found


def _joined(row: BookRow, joins: list[_Join]) -> BookRow:
    """Return the row with a name of two columns, or a day of three, in one."""
    cells = list(row.cells)
    for into, columns, sign in joins:
        parts = [cells[at] for at in columns if at < len(cells) and is_filled(cells[at])]
        if len(parts) > 1 and into < len(cells):
            cells[into] = sign.join(_typed(part) for part in parts)
    return BookRow(row.number, tuple(cells))


def _typed(cell: Raw) -> str:
    return f"{cell:.0f}" if isinstance(cell, float) else str(cell).strip()
