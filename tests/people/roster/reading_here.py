"""Dry runs read in this process, where a crash is seen and nothing is started anew each time."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from elearn.people.roster.dry_running import packaged_names
from elearn.people.roster.reading.books import Gathering
from elearn.people.roster.rules.books import Book
from elearn.people.roster.rules.dry_run import told
from elearn.people.roster.rules.duplicates import with_duplicates
from elearn.people.roster.rules.entering import entries_of
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.layout import layouts_of
from elearn.sheets.frames import lines_of
from elearn.sheets.opening import opened

TODAY = date(2026, 11, 21)


@cache
def names() -> Gazetteer:
    """Return the names of the areas that come with the product, put together once."""
    return Gazetteer(packaged_names())


def book_of(data: bytes, name: str = "list") -> Book:
    """Read a file as the process apart does.

    :raise Fault: if it is refused.
    """
    gathering = Gathering(name)
    for line in lines_of(opened(data)):
        gathering.hear(json.loads(line))
    return gathering.book


def dry_run(data: bytes) -> dict[str, Any]:
    """Return what a dry run tells of a file."""
    book = book_of(data)
    return told("list", layouts_of(book), with_duplicates(_entries(book)), names())


def _entries(book: Book) -> Iterator[Entry]:
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for layout in layouts_of(book):
        yield from entries_of(sheets[layout.sheet], layout, names(), TODAY)
