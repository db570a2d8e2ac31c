"""A coverage report: one value that the page, JSON, CSV and the table in the shell all tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from elearn.areas import Level, in_a_sentence
from elearn.coverage.rules.borders import Geography
from elearn.coverage.rules.counting import Counting
from elearn.coverage.rules.figures import Cell
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.schemes import Scheme
from elearn.text import Message, msg

#: What an estimate is, under every table that has one.
ESTIMATE = msg(
    "Ước tính: xã, huyện cũ đã chia cho nhiều nơi và không rõ người ấy thuộc phần nào, "
    "nên tính vào nơi nhận phần lớn nhất."
)


@dataclass(frozen=True, slots=True)
class Place:
    """An area as it was on the day of a report."""

    area_id: int
    code: str
    full_name: str
    level: Level
    path: str

    @property
    def is_country(self) -> bool:
        return self.level is Level.CENTRAL

    @property
    def in_a_sentence(self) -> Message:
        return msg("cả nước") if self.is_country else Message(in_a_sentence(self.full_name))


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one area, in the order of the scheme's indicators."""

    area_id: int
    code: str
    name: str
    cells: tuple[Cell, ...]

    def cell(self, indicator: Indicator) -> Cell:
        return next(cell for cell in self.cells if cell.indicator.key == indicator.key)


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """What a scheme has reached in an area as of a day: its own row, then one a child area.

    Persons are counted anew in each row, never summed: some stand in no child, some in two.
    """

    scheme: Scheme
    as_of: date
    geography: Geography
    counting: Counting
    area: Place
    own: Row
    children: tuple[Row, ...]
    #: By figure and area: of those declared, how many are not on the roster; where any were.
    lacking: Mapping[tuple[str, int], int] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.own, *self.children

    @property
    def is_after(self) -> bool:
        return self.scheme.is_over_on(self.as_of)

    @property
    def title(self) -> Message:
        return msg("Độ phủ bồi dưỡng %(place)s", place=self.area.in_a_sentence)

    @property
    def basis(self) -> Message:
        """Return what the figures rest on: the day, whose borders, and which definitions."""
        basis = basis_of(self.as_of, self.geography, self.definition)
        if not self.is_after:
            return basis
        return msg("%(basis)s Sau kỳ đề án (%(years)s).", basis=basis, years=self.scheme.years)

    @property
    def definition(self) -> str:
        """Return which version of the definitions it is counted by."""
        return number_told(self.scheme.number)

    def lowest_first(self, indicator: Indicator) -> list[Row]:
        """Return the children by their figure, the lowest first; those without one at the end."""

        def standing(row: Row) -> tuple[bool, float]:
            cell = row.cell(indicator)
            if not cell.has_figure:
                return True, 0
            return False, cell.n / cell.N if indicator.is_share else float(cell.value or 0)

        return sorted(self.children, key=standing)

    def estimated(self, indicator: Indicator) -> list[Row]:
        """Return the rows in which some persons stand by estimate."""
        return [row for row in self.rows if row.cell(indicator).is_estimate]

    def beyond(self, indicator: Indicator) -> int:
        """Return by how much the whole is more than the rows below it added up, or less."""
        cells = [row.cell(indicator) for row in self.children]
        own = self.own.cell(indicator)
        if indicator.is_additive:
            return own.n - sum(cell.n for cell in cells)
        return own.N - sum(cell.N for cell in cells)


def basis_of(day: date, geography: Geography, definition: str) -> Message:
    """Return the line under a heading, always in the same words."""
    return msg(
        "Số liệu đến ngày %(day)s; địa giới: %(borders)s; định nghĩa phiên bản %(number)s.",
        day=f"{day:%d/%m/%Y}",
        borders=geography.words,
        number=definition,
    )


def number_told(number: int | None) -> str:
    """Return the number of a version; a dash where it stands in a file only."""
    return "–" if number is None else str(number)
