"""A row beneath a heading, looked at by itself."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from elearn.encodings import Encoding
from elearn.people.roster.rules.books import BookRow, Raw
from elearn.people.roster.rules.layout.column import Columns
from elearn.people.roster.rules.layout.groups import Group, Style, group_of, style_of, without_count
from elearn.people.roster.rules.layout.looks import Look, is_name, is_person, look_of
from elearn.people.roster.rules.layout.places import place_at_start
from elearn.people.roster.rules.layout.plain import cell_of, plain
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import RosterField

_TELLING = frozenset((Look.DAY, Look.YEAR, Look.PHONE, Look.ID, Look.POST, Look.GENDER))
_COUNTS = frozenset((Look.NUMBER, Look.YEAR, Look.MARK))
_NUMBER = re.compile(r"\d{1,6}\.?")
_UNITS = (
    RosterField.COMMUNE,
    RosterField.UNIT,
    RosterField.BRANCH,
    RosterField.DISTRICT,
    RosterField.PROVINCE,
)
_PLAIN_CELLS = 4
_MOST_CELLS = 16  # Filled ones of a row that are looked at: what is no entry has fewer.
#: How names never begin; a row that begins so is looked at closely.
_CLOSELY = (
    *("tổng", "cộng", "danh sách", "họ ", "hội ", "xã ", "phường ", "thị trấn", "thị xã", "tt "),
    *("huyện ", "quận ", "tỉnh ", "thành phố", "tp", "đặc khu", "ubnd", "đảng ", "chi hội"),
    *("thôn ", "xóm ", "khu ", "tổ ", "bản ", "ấp ", "khối ", "tm", "kt", "t/m", "người "),
    *("ghi chú", "lưu ý", "nơi nhận", "đơn vị", "ấn định", "họ"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """What can be said of a row without those around it."""

    row: BookRow
    texts: dict[int, str]
    number: str
    name: str
    #: Filled cells of the table beside the number and the name.
    others: int
    #: Of these, those that look like what only a person or a unit has.
    telling: int
    group: Group | None

    @property
    def is_empty(self) -> bool:
        """Return whether it holds nothing, or only a number that waits for somebody."""
        return not self.texts or (self.is_numbered and not self.name and len(self.texts) == 1)

    @property
    def first(self) -> str:
        """Return its first text that is no number."""
        return next((one for one in self.texts.values() if not _NUMBER.fullmatch(one)), "")

    @property
    def is_numbered(self) -> bool:
        return _NUMBER.fullmatch(self.number) is not None

    @property
    def is_sure_entry(self) -> bool:
        if not self.name:
            return self.is_numbered and self.others > 0
        return is_name(self.name) and (self.telling > 0 or (self.is_numbered and self.others > 0))

    @property
    def is_entry(self) -> bool:
        if not self.name:
            return (self.is_numbered and self.others > 0) or self.telling > 1
        return self.is_numbered or self.others > 0 or is_person(self.name)


@dataclass(frozen=True, slots=True)
class Lines:
    """How rows of one table are looked at."""

    view: View
    number_at: int | None
    name_at: int
    columns: tuple[int, ...]
    is_counting: bool

    @classmethod
    def of(cls, view: View, columns: Columns) -> "Lines":
        fields = {one.field: at for at, one in reversed(columns.items())}
        is_counting = RosterField.HEADCOUNT in fields and RosterField.NAME not in fields
        wanted = _UNITS if is_counting else (RosterField.NAME, *_UNITS)
        name_at = next((fields[one] for one in wanted if one in fields), 0)
        return cls(view, fields.get(RosterField.NUMBER), name_at, tuple(columns), is_counting)

    def is_plain(self, row: BookRow) -> bool:
        """Return whether a row is an entry without a doubt; most rows of a long list are."""
        if self.is_counting or self.name_at >= len(row.cells):
            return False
        enough = _PLAIN_CELLS
        if self.number_at is None:
            enough += 1
        elif not _is_number(cell_of(row, self.number_at)):
            return False
        filled = sum(cell is not None and cell != "" for cell in row.cells)
        if filled < min(enough, len(self.columns)):
            return False
        return _is_plain_name(row.cells[self.name_at], self.view.hint)

    def line(self, row: BookRow) -> Line:
        """Look at a row closely."""
        texts = self.view.texts(row, _MOST_CELLS)
        number = texts.get(self.number_at, "") if self.number_at is not None else ""
        beside = [
            at for at in self.columns if at in texts and at not in (self.number_at, self.name_at)
        ]
        telling = self._telling(row, texts, beside)
        group = self._group(row, texts)
        name = self.view.text(row, self.name_at)
        return Line(row, texts, number, name, len(beside), telling, group)

    def _telling(self, row: BookRow, texts: dict[int, str], beside: list[int]) -> int:
        """Return how many cells look like what only an entry has: none, one, or more than one."""
        wanted = _TELLING | _COUNTS if self.is_counting else _TELLING
        found = (at for at in beside if look_of(cell_of(row, at), texts[at]) in wanted)
        return sum(1 for _ in islice(found, 2))

    def _group(self, row: BookRow, texts: dict[int, str]) -> Group | None:
        """Return the group that a row heads: one text, a number before it, counts beside it."""
        parts = list(dict.fromkeys(texts.values()))
        style, text = style_of(parts[0]) if parts else (Style.NONE, "")
        rest = parts[1:]
        if not text and rest:
            text, *rest = rest
        if not text or not all(_is_count(one) for one in rest):
            return None
        if self.is_counting:
            return self._sum_of_units(text, style, rest)
        is_wide = self._is_wide(row)
        if not is_wide and not place_at_start(text) and _is_persons(text, style, rest):
            return None
        return group_of(text, style, is_wide=is_wide or self._stands_alone(text, parts))

    def _sum_of_units(self, text: str, style: Style, rest: list[str]) -> Group | None:
        """Return the group of units that a row heads, which is no unit itself."""
        is_one = not rest if style in (Style.NUMBER, Style.NONE) else True
        return group_of(text, style, is_wide=False) if is_one else None

    def _is_wide(self, row: BookRow) -> bool:
        """Return whether the first text is merged over half of the table or more."""
        wide = max(len(self.columns) / 2, 2)
        spans = self.view.spans_at(row.number)
        return any(span.last_column - span.first_column + 1 >= wide for span in spans)

    def _stands_alone(self, text: str, parts: list[str]) -> bool:
        """Return whether it is one text in a column where others have a number, and no person's."""
        return len(parts) == 1 and self.number_at is not None and not is_person(text)


def _is_number(cell: Raw) -> bool:
    return isinstance(cell, float) or (isinstance(cell, str) and cell.strip().rstrip(".").isdigit())


def _is_plain_name(cell: Raw, hint: Encoding) -> bool:
    if not isinstance(cell, str):
        return False
    text = (cell if hint is Encoding.UNICODE else plain(cell, hint)).strip().lower()
    if not text[:1].isalpha() or " " not in text or text.startswith(_CLOSELY):
        return False
    return unicodedata.is_normalized("NFC", text)


def _is_count(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None or not without_count(text)


def _is_persons(text: str, style: Style, rest: list[str]) -> bool:
    """Return whether what could head a group is rather a person of whom nothing else is told."""
    return style in (Style.NUMBER, Style.NONE) and (is_person(text) or bool(rest))
