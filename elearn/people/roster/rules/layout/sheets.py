"""The sheets of a book that hold a table, and what their names say."""

import re
from collections.abc import Iterator
from dataclasses import replace

from elearn.people.roster.reader import headings
from elearn.people.roster.rules.books import Book, Sheet
from elearn.people.roster.rules.headings import words_of
from elearn.people.roster.rules.layout.groups import style_of
from elearn.people.roster.rules.layout.kinds import Rank
from elearn.people.roster.rules.layout.places import cased, places_in
from elearn.people.roster.rules.layout.plain import plain
from elearn.people.roster.rules.layout.tables import tables_of
from elearn.people.roster.rules.layout.view import view_of
from elearn.people.roster.rules.layouts import Context, Layout, RosterField

# Names that Excel or people give to any sheet.
_ANY = re.compile(
    r"(?:sheet|trang|bang|bieu|ds|danh sach|tong|mau|phu luc|data|du lieu|table|foglio|feuil|hoi"
    r"|can bo|cbcc|hoc vien|nam|thang|quy|dot|lan|khoa|lop|ban|bch|btv|nguon|qh|quy hoach|chi hoi)"
    r"\b|.*\d{2}|[\d ]*$"
)


def layouts_of(book: Book) -> tuple[Layout, ...]:
    """Return how the sheets of a book are laid out, in their order; those without a table are left.

    A sheet with several tables has as many layouts. Hidden sheets are left out, unless no other
    has a table.
    """
    shown = [layout for one in book.sheets if not one.is_hidden for layout in _tables(one)]
    if not shown:
        shown = [layout for one in book.sheets if one.is_hidden for layout in _tables(one)]
    sheets = {layout.sheet for layout in shown}
    return tuple(_named_by_sheet(one, is_one_of_many=len(sheets) > 1) for one in shown)


def _tables(sheet: Sheet) -> Iterator[Layout]:
    return tables_of(view_of(sheet, headings()))


def _named_by_sheet(layout: Layout, *, is_one_of_many: bool) -> Layout:
    """Return the layout with the place for which its sheet is named, if nothing else tells one."""
    has_column = layout.column_of(RosterField.COMMUNE) is not None
    if has_column or layout.group_rows or layout.context.commune:
        return layout
    named = _place(layout.sheet, is_one_of_many=is_one_of_many)
    known = layout.context
    context = replace(
        known,
        commune=named.commune,
        district=known.district or named.district,
        province=known.province or named.province,
    )
    return replace(layout, context=context)


def _place(name: str, *, is_one_of_many: bool) -> Context:
    text = style_of(plain(name))[1]
    if found := places_in(text):
        told = {one.rank: one.text for one in reversed(found)}
        return Context(told.get(Rank.PROVINCE), told.get(Rank.DISTRICT), told.get(Rank.COMMUNE))
    if is_one_of_many and text and not _ANY.match(words_of(text)):
        return Context(commune=cased(text))
    return Context()
