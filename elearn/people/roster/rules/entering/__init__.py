"""Rows of a layout as entries: each cell read for what its column means."""

from collections.abc import Iterator
from datetime import date

from elearn.people.roster.rules.books import Sheet
from elearn.people.roster.rules.entering.columns import columns_of
from elearn.people.roster.rules.entering.reading import Reader
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.layout import placed_rows
from elearn.people.roster.rules.layouts import Layout
from elearn.people.roster.titles import titles

__all__ = ["entries_of"]


def entries_of(
    sheet: Sheet,
    layout: Layout,
    gazetteer: Gazetteer,
    today: date,
    *,
    keeps_cells: bool = True,
) -> Iterator[Entry]:
    """Yield an entry for each row of the layout that is a person's, in order.

    Layouts of declared headcounts have none. Without the cells as written it takes less memory.
    """
    if layout.is_headcounts:
        return
    reader = Reader(sheet, columns_of(layout), gazetteer, today, titles(), keeps_cells)
    for row, context in placed_rows(sheet, layout):
        yield reader.entry(row, context)
