"""Cells of days: days, months or years, however they are written."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from elearn.people.roster.rules.books import Raw
from elearn.people.roster.rules.cells.texts import is_nothing, written
from elearn.text import fold

_ZERO = date(1899, 12, 30)  # As Excel counts, who takes 1900 for a leap year.
_YOUNGEST = 15  # Nobody holds a post earlier.
_OLDEST = 105
_WORDS = re.compile(r"\b(?:sinh|ngay|thang|nam|sn|ns|nam sinh)\b|[’']")
_SEP = r"(?:\s*[./\-,]+\s*|\s+)"
_HOUR = r"(?:[t ]\d{1,2}:\d{2}.*)?"  # Of which programs write the midnight.
_FULL = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}}|\d{{2}}){_HOUR}")
_ISO = re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}}){_HOUR}")
_MONTH = re.compile(rf"(?:[0?]{{1,2}}{_SEP})?(\d{{1,2}}|\?{{1,2}}){_SEP}(\d{{4}})")
_DIGITS = re.compile(r"\d{7,8}")


@dataclass(frozen=True, slots=True)
class Span:
    """Between which years a day of its kind can lie, and which century two digits mean."""

    first: int
    last: int
    turn: int

    def holds(self, year: int) -> bool:
        return self.first <= year <= self.last

    def in_full(self, year: int) -> int:
        """Return a year of two digits with its century."""
        return year + (2000 if year <= self.turn else 1900)


def of_birth(today: date) -> Span:
    """Return when those can be born who hold posts."""
    return Span(today.year - _OLDEST, today.year - _YOUNGEST, (today.year - _YOUNGEST) % 100)


def of_office(today: date) -> Span:
    """Return when posts can begin and end."""
    return Span(1945, today.year + 10, (today.year + 10) % 100)


@dataclass(frozen=True, slots=True)
class Dated:
    """What a cell says of a day; nothing at all if it is empty."""

    day: date | None = None
    year: int | None = None
    fixes: tuple[str, ...] = ()
    is_bad: bool = False
    #: Day and month could be exchanged, and it is written as Americans do.
    is_unsure: bool = False

    @property
    def says_anything(self) -> bool:
        return bool(self.day or self.year or self.is_bad)


_NONE = Dated()
_BAD = Dated(is_bad=True)


def dated(raw: Raw, text: str, span: Span, *, is_month_first: bool = False) -> Dated:
    """Return the day or the year in a cell, whose cleaned text is given with it."""
    if isinstance(raw, date | datetime):
        day = date(raw.year, raw.month, raw.day)
        return Dated(day, day.year, ("date_cell",)) if span.holds(day.year) else _BAD
    if isinstance(raw, float):
        return _numbered(raw, span)
    return _said(text, span, is_month_first)


@lru_cache(50_000)
def _said(text: str, span: Span, is_month_first: bool) -> Dated:
    if is_nothing(text):
        return _NONE
    bare = " ".join(_WORDS.sub(" ", fold(text).translate(_DASHES)).split()).strip(" .,;:/-~")
    if bare.isdecimal() and bare.isascii() and len(bare) < 6:
        return _numbered(float(bare), span, digits=len(bare))
    if found := _FULL.fullmatch(bare):
        return _full(found, span, is_month_first=is_month_first)
    if found := _ISO.fullmatch(bare):
        return _checked((int(found[1]), int(found[2]), int(found[3])), span)
    if found := _MONTH.fullmatch(bare):
        return _month(found[1], found[2], span)
    return _together(bare, span) if _DIGITS.fullmatch(bare) else _BAD


_DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\\": "/"})


def _numbered(number: float, span: Span, digits: int = 0) -> Dated:
    """Return what a number means: a year, two digits of one, a day as Excel counts, ddmmyyyy."""
    whole = int(number)
    if number != whole:
        return _parted(number, span)
    if span.holds(whole):
        return Dated(year=whole)
    if whole < 100 and digits in (0, 2):
        year = span.in_full(whole)
        return Dated(year=year, fixes=("two_digit_year",)) if span.holds(year) else _BAD
    if 10_000 <= whole < 100_000:
        day = _ZERO + timedelta(whole)
        return Dated(day, day.year, ("excel_serial_date",)) if span.holds(day.year) else _BAD
    return _together(str(whole), span)


def _parted(number: float, span: Span) -> Dated:
    """Return what 3.1984 means, typed for March 1984; a day with an hour is a day."""
    if number >= 10_000:
        return _numbered(float(int(number)), span)
    month, _, year = f"{number:.4f}".partition(".")
    return _month(month, year, span)


def _full(found: re.Match[str], span: Span, *, is_month_first: bool) -> Dated:
    first, second, last = found.groups()
    is_short = len(last) == 2
    year = span.in_full(int(last)) if is_short else int(last)
    if int(first) == int(second) == 0 and not is_short:
        return Dated(year=year) if span.holds(year) else _BAD
    day, month = (second, first) if is_month_first else (first, second)
    checked = _checked((year, int(month), int(day)), span)
    if checked.is_bad:
        return checked
    fixes = ["two_digit_year"] * is_short + ["month_first"] * is_month_first
    is_unsure = is_short and _is_american(first, second)
    return Dated(checked.day, year, tuple(fixes), is_unsure=is_unsure)


def _is_american(first: str, second: str) -> bool:
    """Return whether day and month could be exchanged, and are written without zeros."""
    if "0" in (first[0], second[0]):
        return False
    return (
        max(int(first), int(second)) <= 12 and min(int(first), int(second)) < 10 and first != second
    )


def _month(month: str, year: str, span: Span) -> Dated:
    """Return the year of a month; a month that nobody knew is written 00 or ?."""
    if not span.holds(int(year)) or (month.isdecimal() and int(month) > 12):
        return _BAD
    fixes = ("month_only",) if month.isdecimal() and int(month) else ()
    return Dated(year=int(year), fixes=fixes)


def _together(digits: str, span: Span) -> Dated:
    """Return the day of 05031984, or of 5031984 where a number lost its zero."""
    if len(digits) not in (7, 8):
        return _BAD
    padded = digits.zfill(8)
    return _checked((int(padded[4:]), int(padded[2:4]), int(padded[:2])), span)


def _checked(parts: tuple[int, int, int], span: Span) -> Dated:
    """Return the day of a year, a month and a day, if there was one and it can be meant."""
    try:
        day = date(*parts)
        return Dated(day, day.year) if span.holds(day.year) else _BAD
    except ValueError:
        return _BAD


def shown(raw: Raw) -> str:
    """Return a cell that is no day as it is told to people."""
    return " ".join(written(raw).split())
