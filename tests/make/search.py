"""Makers of the search: an index on a shelf, and questions put to it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from elearn import search
from elearn.db import Cursor
from elearn.search import Answer, Entry, Kind, Question, Shelf, index
from elearn.search.reader import abbreviations


def lecture(code: str, title: str, text: str = "") -> Entry:
    return Entry(Kind.LECTURE, code, title, text)


def shelf(folder: Path, entries: Iterable[Entry] = ()) -> Shelf:
    """Make an index of these entries that has followed nothing."""
    made = Shelf(folder / "search")
    with made.writing():
        path = made.begin()
        index.create(path)
        index.replace(path, entries, abbreviations())
        made.keep(path, Cursor())
        made.put(path)
    return made


def ask(where: Shelf, text: str) -> Answer:
    return search.ask(where, Question.of(text, abbreviations()))


def codes(where: Shelf, text: str) -> list[str]:
    """Return the codes of the things found, the best first."""
    return [entry.code for entry in ask(where, text).things.entries]


def titled(**titles: str) -> list[Entry]:
    """Make a lecture of each title under its name."""
    named: Mapping[str, str] = titles
    return [lecture(code, title) for code, title in named.items()]
