"""A dry run: a file read to its entries, without a batch and without writing anything."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from elearn import areas
from elearn.db import Database
from elearn.errors import Refusal
from elearn.people.roster.queries.gazetteer import gazetteer_of
from elearn.people.roster.reader import headings
from elearn.people.roster.reading import read
from elearn.people.roster.rules import dry_run
from elearn.people.roster.rules.books import Book
from elearn.people.roster.rules.duplicates import with_duplicates
from elearn.people.roster.rules.entering import entries_of
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Gazetteer, Names, names_from
from elearn.people.roster.rules.headcounts import Counting, counts_of
from elearn.people.roster.rules.layout import layouts_of
from elearn.people.roster.rules.layouts import Layout
from elearn.people.roster.rules.verdicts import Verdict
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Look:
    """What a file was found to say."""

    file_name: str
    layouts: tuple[Layout, ...]
    entries: list[Entry]
    gazetteer: Gazetteer
    #: What would become of each, where that was asked.
    verdicts: Sequence[Verdict] = ()

    def lines(self, *, is_full: bool = False) -> Iterator[str]:
        """Yield one JSON object, a row a line; with all of it, what was asked and the cells."""
        head = dry_run.told(self.file_name, self.layouts, (), self.gazetteer)
        head |= dry_run.units_told(self.entries, self.gazetteer)
        head["rows"] = head.pop("rows")
        opened, _, _ = json.dumps(head, ensure_ascii=False).rpartition("]")
        yield opened
        has_sheets = "sheets" in head
        for place, (entry, verdict) in enumerate(zip_longest(self.entries, self.verdicts), 1):
            row = dry_run.row_told(entry, has_sheet=has_sheets)
            row |= dry_run.in_full(entry, verdict) if is_full else {}
            yield json.dumps(row, ensure_ascii=False) + ("," if place < len(self.entries) else "")
        yield "]}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a file is looked at: one sheet or all, with the cells as written or without."""

    today: date
    sheet: str | None = None
    is_full: bool = False


def look_into(path: Path, gazetteer: Gazetteer, wanted: Wanted) -> Look:
    """Return what a file says.

    :raise Refusal: if it cannot be read, or holds no list of people.
    """
    if not path.is_file():
        raise Refusal(msg("Không có tệp %(file)s. Xem lại đường dẫn.", file=str(path)))
    book = read(path, file_name=path.name)
    layouts = tuple(one for one in layouts_of(book) if wanted.sheet in (None, one.sheet))
    if not layouts:
        raise Refusal(
            msg(
                "Không thấy bảng danh sách trong tệp %(file)s: cần một dòng tiêu đề có cột họ và"
                " tên. Xem lại tệp, hoặc tải tệp mẫu.",
                file=path.name,
            )
        )
    entries = with_duplicates(_entries(book, layouts, gazetteer, wanted))
    return Look(path.name, layouts, entries, gazetteer)


def _entries(
    book: Book, layouts: tuple[Layout, ...], gazetteer: Gazetteer, wanted: Wanted
) -> Iterator[Entry]:
    sheets = {sheet.name: sheet for sheet in book.sheets}
    counting = Counting(gazetteer, headings().group_of, wanted.today)
    for layout in layouts:
        sheet, keeps = sheets[layout.sheet], wanted.is_full
        if layout.is_headcounts:
            yield from counts_of(sheet, layout, counting)
        yield from entries_of(sheet, layout, gazetteer, wanted.today, keeps_cells=keeps)


@cache
def packaged_names() -> Names:
    """Return the names of the areas that come with the product, put together once."""
    return names_from(areas.lists(areas.DATA))


def gazetteer_at_hand(database: Database, today: date, home: str | None = None) -> Gazetteer:
    """Return the gazetteer of the installation, or of the packaged lists before it is set up.

    `home`: code or name of the area in which a name is looked for first.

    :raise NotFound: if the installation knows no such area.
    """
    if not is_set_up(database, today):
        return Gazetteer(packaged_names())
    with database.reading() as db:
        there = areas.area_meant(db, home, day=today).area_id if home else None
        return gazetteer_of(db, today, there)


def is_set_up(database: Database, today: date) -> bool:
    """Return whether areas can be asked for: the database is there, and they are loaded."""
    try:
        with database.reading() as db:
            return bool(areas.counts_on(db, today))
    except DatabaseError:
        return False


def dated_on(layouts: Iterable[Layout], today: date) -> date | None:
    """Return the day a list was signed on, as its layouts tell it, unless it is yet to come."""
    days = (one.context.day for one in layouts)
    return next((day for day in days if day and day <= today), None)
