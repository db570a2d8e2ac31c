"""Files of offices, read in a narrow place into books."""

from pathlib import Path

from elearn import sheets
from elearn.people.roster.reading.books import Gathering
from elearn.people.roster.rules.books import Book


def read(path: Path, *, file_name: str) -> Book:
    """Return what a file holds, exactly as kept.

    Its name says nothing of what it is; the sheet of a CSV file bears it, as in Excel.

    :raise Refusal: if it is no file we read, or one that costs too much: what, where, what to do.
    """
    gathering = Gathering(Path(file_name).stem)
    sheets.read_apart(path, gathering.hear)
    return gathering.book


__all__ = ["read"]
