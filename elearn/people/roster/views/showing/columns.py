"""How the sheets of a file were understood, as the wizard asks about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from elearn.encodings import Encoding, decoded
from elearn.people.roster.rules.layouts import Heading, Layout, RosterField
from elearn.people.roster.views.showing.cells import as_seen
from elearn.text import Message, msg

_SURE, _LIKELY = 0.9, 0.6
_SAMPLES = 3
_ASIDE = {RosterField.UNKNOWN, RosterField.NUMBER, RosterField.OUR_RESULT}


@dataclass(frozen=True, slots=True)
class Sample:
    """A cell as it is written, and as it reads where it was written in an old font."""

    original: str
    read: str
    is_old: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its letter, its heading, some of its cells, and what it is taken for."""

    at: int
    heading: Heading
    samples: Sequence[Sample]

    @property
    def letter(self) -> str:
        return letter_of(self.at)

    @property
    def is_old(self) -> bool:
        """Whether some of it is written in an old font."""
        return self.heading.encoding is not Encoding.UNICODE or any(
            one.is_old for one in self.samples
        )

    @property
    def sureness(self) -> tuple[str, Message] | None:
        """How sure the guess is: a kind, and words; nothing where a person confirmed it."""
        confidence = self.heading.confidence
        if self.heading.field is RosterField.UNKNOWN:
            return "idle", msg("Không nhận ra cột này.")
        if confidence >= 1:
            return None
        if confidence >= _SURE:
            return "ok", msg("Nhận ra theo tiêu đề.")
        if confidence >= _LIKELY:
            return "warn", msg("Có lẽ đúng, xem lại.")
        return "warn", msg("Chưa chắc, chọn lại nếu sai.")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the file as it begins: its number, its cells, and what it is."""

    number: int
    cells: Sequence[str]
    is_heading: bool
    is_group: bool

    @property
    def seen(self) -> list[str]:
        """Its cells as Excel shows them."""
        return [as_seen(text or "") for text in self.cells]

    @property
    def alone(self) -> str:
        """What a row says that has but one cell filled in: a title, or a group."""
        told = [text for text in self.seen if text]
        return told[0] if len(told) == 1 and self.cells[0] else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file: its columns, its first rows, and what of it is left aside."""

    place: int
    layout: Layout
    is_taken: bool
    columns: Sequence[Column]
    rows: Sequence[SheetRow]
    hidden: Sequence[str]
    is_hidden: bool
    #: Which of its sheet's tables it is, counted from 1.
    number: int

    @property
    def is_shown(self) -> bool:
        """Whether some of its rows stand among the first of the sheet."""
        return bool({one.number for one in self.rows} & set(self.layout.entry_rows))

    @property
    def letters(self) -> list[str]:
        widest = max((len(one.cells) for one in self.rows), default=0)
        return [letter_of(at) for at in range(widest)]


def letter_of(at: int) -> str:
    """Return how Excel calls a column, counted from 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return letters


def tables_of(kept: Mapping[str, Any], layouts: Sequence[Layout]) -> list[Table]:
    """Return the tables of a file, as a batch keeps them."""
    left_out, samples = kept.get("left_out", ()), kept.get("samples", {})
    sheets = [one.sheet for one in layouts]
    return [
        _table(place, one, samples.get(one.sheet, {}), one.sheet not in left_out, sheets)
        for place, one in enumerate(layouts)
    ]


def _table(
    place: int, layout: Layout, sample: Mapping[str, Any], is_taken: bool, sheets: Sequence[str]
) -> Table:
    rows = list(_rows(layout, sample.get("rows", ())))
    entries = set(layout.entry_rows)
    told = [one.cells for one in rows if one.number in entries]
    columns = [
        Column(at, heading, list(_samples(at, heading, told)))
        for at, heading in sorted(layout.columns.items())
    ]
    hidden = sample.get("hidden_columns", ())
    is_hidden = sample.get("is_hidden", False)
    number = sheets[: place + 1].count(layout.sheet)
    return Table(place, layout, is_taken, columns, rows, hidden, is_hidden, number)


def _rows(layout: Layout, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[SheetRow]:
    first = layout.header_rows[0] - 2 if layout.header_rows else 0
    for number, cells in rows:
        if number >= first:
            is_heading, is_group = number in layout.header_rows, number in layout.group_rows
            yield SheetRow(number, cells, is_heading, is_group)


def _samples(at: int, heading: Heading, rows: Iterable[Sequence[str]]) -> Iterator[Sample]:
    """Return some cells of a column, those in an old font first: they are to be looked at."""
    if heading.field in _ASIDE:
        texts = [cells[at] for cells in rows if at < len(cells) and cells[at]]
        return iter([Sample(as_seen(text), text, False) for text in texts[:_SAMPLES]])
    found = [_sample(cells[at], heading) for cells in rows if at < len(cells) and cells[at]]
    return iter(sorted(found, key=lambda one: not one.is_old)[:_SAMPLES])


def _sample(text: str, heading: Heading) -> Sample:
    read, encoding = decoded(text, heading.encoding)
    return Sample(as_seen(text), read, encoding is not Encoding.UNICODE)
