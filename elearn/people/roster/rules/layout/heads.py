"""Headings: the rows, one to three, that say what the columns beneath them mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from elearn.people.roster.rules.books import BookRow
from elearn.people.roster.rules.headings import NO_MEANING, Meaning, words_of
from elearn.people.roster.rules.layout.looks import Look, is_person, look_of
from elearn.people.roster.rules.layout.paths import Paths, meaning_of_path, paths_of
from elearn.people.roster.rules.layout.plain import cell_of, filled
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import RosterField

_DEEPEST = 3  # Rows of a heading.
_FAR = 60  # Rows that hold anything, among which the first heading is looked for.
_WIDEST = 300  # Columns.
_DATA = frozenset((Look.DAY, Look.YEAR, Look.PHONE, Look.ID, Look.NUMBER))
_TELLING = frozenset((RosterField.POST, RosterField.BORN, RosterField.PHONE))
_OF_PERSONS = frozenset((RosterField.NAME, RosterField.BORN, RosterField.OFFICIAL_ID))
_COUNTED = frozenset((RosterField.HEADCOUNT, RosterField.HEADCOUNT_GROUP))
_PLACED = frozenset(
    (
        RosterField.UNIT,
        RosterField.BRANCH,
        RosterField.COMMUNE,
        RosterField.DISTRICT,
        RosterField.PROVINCE,
    )
)
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi|doc lap|^hoi (?:lhpn|lien hiep)|^ubnd|^uy ban|^dang (?:bo|uy|cong san)"
    r"|^bieu\b|^mau\b|^danh sach|^kem theo|^don vi tinh|^phu luc|^ban (?:thuong vu|chap hanh)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: where it stands among the rows that hold anything, and what its columns say."""

    first: int
    last: int
    rows: tuple[int, ...]
    paths: Paths
    meanings: Mapping[int, Meaning]
    groups: int

    @property
    def fields(self) -> frozenset[RosterField]:
        return frozenset(one.field for one in self.meanings.values()) - {RosterField.UNKNOWN}

    @property
    def weight(self) -> float:
        return sum(one.confidence for one in self.meanings.values())

    @property
    def is_counting(self) -> bool:
        """Return whether the table numbers people of units, and names none."""
        if self.fields & _OF_PERSONS or not self.fields & _PLACED:
            return False
        return bool(self.groups or self.fields & _COUNTED)

    @property
    def is_told(self) -> bool:
        """Return whether a table may stand beneath: of persons, or of numbers of units."""
        if RosterField.NAME in self.fields:
            return len(self.fields) > 1
        return self.is_counting or (len(self.fields) > 2 and bool(self.fields & _TELLING))


def first_head(view: View) -> Head | None:
    """Return the first heading of a sheet, under a letterhead of any height."""
    for at in range(min(len(view.rows), _FAR)):
        if head := head_at(view, at):
            return head
    return None


def head_at(view: View, at: int) -> Head | None:
    """Return the heading that begins in this row, if one does."""
    if not _may_begin(view, view.rows[at]):
        return None
    blocks = (head_of(view, at, last) for last in range(_least(view, at), at + _depth(view, at)))
    told = [head for head in blocks if head.is_told]
    best = max(told, key=lambda head: (len(head.fields), head.weight), default=None)
    return _crowned(view, best) if best else None


def _crowned(view: View, head: Head) -> Head:
    """Return the heading with the row above it, if that gathers some of its columns."""
    if head.first == 0 or not _may_begin(view, above := view.rows[head.first - 1]):
        return head
    widths = [one.last_column - one.first_column + 1 for one in view.spans_at(above.number)]
    gathers = any(1 < width < len(head.paths) for width in widths)
    is_near = above.number == head.rows[0] - 1
    return head_of(view, head.first - 1, head.last) if gathers and is_near else head


def _may_begin(view: View, row: BookRow) -> bool:
    """Return whether a row may be the first of a heading: words in its cells, no letterhead."""
    columns = filled(row)
    if not 2 <= len(columns) <= _WIDEST or is_numbering(view, row):
        return False
    if not all(isinstance(row.cells[at], str) for at in columns):
        return False
    texts = [view.text(row, at) for at in columns]
    return not any(_LETTERHEAD.search(words_of(text)) for text in texts)


def _depth(view: View, at: int) -> int:
    """Return how many rows from here on may belong to one heading."""
    for depth in range(1, _DEEPEST):
        if at + depth >= len(view.rows) or not _goes_on(view, at + depth):
            return depth
    return _DEEPEST


def _least(view: View, at: int) -> int:
    """Return the last row into which cells of a heading are merged that begin in this one."""
    spans = view.spans_at(view.rows[at].number)
    last = max((span.last_row for span in spans), default=0)
    below = range(at + 1, min(at + _DEEPEST, len(view.rows)))
    return max((place for place in below if view.rows[place].number <= last), default=at)


def _goes_on(view: View, at: int) -> bool:
    row, above = view.rows[at], view.rows[at - 1]
    if row.number != above.number + 1 and not view.spans_over(row.number):
        return False
    return not is_numbering(view, row) and not _holds_data(view, row)


def _holds_data(view: View, row: BookRow) -> bool:
    texts = view.texts(row)
    looks = (look_of(cell_of(row, at), text) for at, text in texts.items())
    if any(one in _DATA for one in looks):
        return True
    unknown = (one for one in texts.values() if view.vocabulary.meaning_of(one) is NO_MEANING)
    return any(is_person(one) for one in unknown)


_COUNTING = re.compile(r"\(?\[?([0-9]{1,2}|[A-Z]|[a-z])[\])]?(?:\s*=.*)?")


def is_numbering(view: View, row: BookRow) -> bool:
    """Return whether a row numbers the columns: "1 2 3 4", "(1) (2)", "A B 1 2"."""
    texts = list(view.texts(row).values())
    found = [_COUNTING.fullmatch(text) for text in texts]
    if len(texts) < 3 or not all(found):
        return False
    told = [one[1] for one in found if one]
    numbers = [int(one) for one in told if one.isdigit()]
    letters = [ord(one) for one in told if not one.isdigit()]
    return _rises(numbers) and _rises(letters)


def _rises(numbers: Sequence[int]) -> bool:
    return all(after - before == 1 for before, after in pairwise(numbers))


def head_of(view: View, first: int, last: int) -> Head:
    """Return these rows as a heading, whatever they hold."""
    rows = view.rows[first : last + 1]
    paths = paths_of(view, rows)
    meanings = {at: meaning_of_path(view.vocabulary, path) for at, path in paths.items()}
    groups = sum(
        view.vocabulary.group_of(" ".join(path)) is not None
        for at, path in paths.items()
        if meanings[at] is NO_MEANING or meanings[at].field is RosterField.HEADCOUNT
    )
    return Head(first, last, tuple(row.number for row in rows), paths, meanings, groups)


def no_head(at: int) -> Head:
    """Return the heading of a table that has none and begins after this row."""
    return Head(at, at, (), {}, {}, 0)
