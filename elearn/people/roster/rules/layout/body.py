"""The rows beneath a heading: entries, groups, what is skipped, and where the next table begins."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from elearn.people.roster.rules.books import BookRow, Raw
from elearn.people.roster.rules.layout.column import Columns
from elearn.people.roster.rules.layout.groups import Group
from elearn.people.roster.rules.layout.heads import Head, head_at, is_numbering
from elearn.people.roster.rules.layout.lines import Line, Lines
from elearn.people.roster.rules.layout.marks import is_example, is_note, is_signature, is_total
from elearn.people.roster.rules.layout.plain import filled
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import RosterField

_MOST_HEADINGS = 8_000  # Rows that are taken for a heading's first; each costs a millisecond.


@dataclass
class Body:
    """What the rows of a table are, by the numbers that Excel shows."""

    entries: list[int] = field(default_factory=list)
    groups: dict[int, Group] = field(default_factory=dict)
    skipped: list[int] = field(default_factory=list)
    #: Texts of the signature, which tell the day and the place of the list.
    signature: list[str] = field(default_factory=list)
    #: The heading of the next table on the sheet.
    following: Head | None = None


def body_of(view: View, head: Head, columns: Columns, *, is_last: bool = False) -> Body:
    """Return what the rows beneath a heading are, up to the next heading that differs.

    Beneath the last table of a sheet no further heading is looked for.
    """
    reading = _Reading(view, head, Lines.of(view, columns))
    reading.looked_for = _MOST_HEADINGS if is_last else 0
    at = head.last + 1
    while at < len(view.rows) and reading.body.following is None:
        at = reading.take(at)
    return _without_idle_groups(reading.body)


def _without_idle_groups(body: Body) -> Body:
    """Return the body with what heads nobody for what it is: a footnote, or the next title."""
    last = body.entries[-1] if body.entries else 0
    idle = [row for row in body.groups if row > last]
    for row in idle:
        del body.groups[row]
    body.skipped = sorted(body.skipped + idle)
    return body


class _Reading:
    """Rows as they are read downwards: what one is depends on what stood above it."""

    def __init__(self, view: View, head: Head, lines: Lines) -> None:
        self.view, self.head, self.lines = view, head, lines
        self.body = Body()
        self.is_signed = False
        self.is_summed = False
        self.looked_for = 0
        heading = view.rows[head.last] if head.rows else None
        #: The cells of the last row of the heading, where it has one row.
        self.repeated = [_held(heading)] if heading and len(head.rows) == 1 else []

    def take(self, at: int) -> int:
        """Say what this row is, and return the place of the next one to be looked at."""
        row = self.view.rows[at]
        if not self.is_signed and self.lines.is_plain(row):
            self.body.entries.append(row.number)
            self.is_summed = False
            return at + 1
        line = self.lines.line(row)
        if line.is_empty:
            return at + 1
        if head := self._heading(at, row):
            return self._past(head, row.number)
        self._sort(row, line)
        return at + 1

    def _heading(self, at: int, row: BookRow) -> Head | None:
        if not self.view.may_be_heading(row):
            return None
        if _held(row) in self.repeated:
            return replace(self.head, first=at, last=at, rows=(row.number,))
        self.looked_for += 1
        return head_at(self.view, at) if self.looked_for <= _MOST_HEADINGS else None

    def _past(self, head: Head, first: int) -> int:
        """Skip a heading that a new page repeats; end the table at one that differs."""
        if _meant(head) != _meant(self.head) and head.first > self.head.last:
            self.body.following = head
        else:
            self.body.skipped.extend(one for one in head.rows if one >= first)
            self.is_signed = False
        return head.last + 1

    def _sort(self, row: BookRow, line: Line) -> None:
        for is_one, what in self._ways():
            if is_one(line):
                return what(row, line)
        return self._skip(row, line)

    def _ways(self) -> tuple[tuple[Callable[[Line], bool], "_Way"], ...]:
        return (
            (self._is_numbering, self._skip),
            (lambda line: is_example(line.number), self._skip),
            (self._is_signing, self._sign),
            (lambda line: is_total(line.first), self._sum),
            (self._is_surely_an_entry, self._enter),
            (lambda line: is_signature(line.texts.values()), self._sign),
            (lambda line: is_note(line.first), self._skip),
            (lambda line: line.group is not None, self._group),
            (lambda line: line.is_entry and not self.is_summed, self._enter),
        )

    def _is_numbering(self, line: Line) -> bool:
        is_first = not self.body.entries or line.number in _FIRST
        return is_first and is_numbering(self.view, line.row)

    def _is_signing(self, line: Line) -> bool:
        """Return whether it stands beneath a signature, and is not surely an entry after all."""
        return self.is_signed and not (line.is_numbered and line.is_sure_entry)

    def _is_surely_an_entry(self, line: Line) -> bool:
        is_signing = not line.is_numbered and is_signature([line.name])
        return line.is_sure_entry and line.group is None and not is_signing

    def _enter(self, row: BookRow, _line: Line) -> None:
        self.body.entries.append(row.number)
        self.is_signed = self.is_summed = False

    def _group(self, row: BookRow, line: Line) -> None:
        if line.group is not None:
            self.body.groups[row.number] = line.group
        self.is_summed = False

    def _sum(self, row: BookRow, line: Line) -> None:
        self.is_summed = True
        self._skip(row, line)

    def _sign(self, row: BookRow, line: Line) -> None:
        self.is_signed = True
        self.body.signature.extend(line.texts.values())
        self._skip(row, line)

    def _skip(self, row: BookRow, _line: Line) -> None:
        self.body.skipped.append(row.number)


_FIRST = frozenset(("1", "(1)", "A", "a"))  # Of columns that a new page numbers once more.
_Way = Callable[[BookRow, Line], None]


def _held(row: BookRow) -> list[tuple[int, Raw]]:
    return [(at, row.cells[at]) for at in filled(row)]


def _meant(head: Head) -> dict[int, RosterField]:
    return {at: one.field for at, one in head.meanings.items()}
