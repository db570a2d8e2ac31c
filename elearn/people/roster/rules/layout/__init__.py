"""How a book is laid out: which rows are headings, groups, totals or persons, and what columns mean.

A *table* is what stands between one heading and the next, or the end of the sheet. Its *body* are
the rows beneath the heading. Nothing is lost silently: each row that holds anything is an entry, a
group, or one that is skipped.
"""

from collections.abc import Mapping, Sequence

from elearn.people.roster.rules.books import Book, Sheet
from elearn.people.roster.rules.layout.keeping import as_json, layouts_from
from elearn.people.roster.rules.layout.placing import placed_rows
from elearn.people.roster.rules.layouts import Heading, Layout

__all__ = ["as_json", "corrected", "layouts_from", "layouts_of", "placed_rows"]


def layouts_of(book: Book) -> tuple[Layout, ...]:
    """Return how the sheets of a book are laid out, in their order; those without a table are left.

    A sheet with several tables has as many layouts. Hidden sheets are left out, unless no other
    has a table.
    """
    raise NotImplementedError(book)


def corrected(
    layout: Layout,
    sheet: Sheet,
    headings: Mapping[int, Heading],
    header_rows: Sequence[int] | None = None,
) -> Layout:
    """Return the layout anew where a person says what columns mean, or where the heading stands."""
    raise NotImplementedError(layout, sheet, headings, header_rows)
