"""A coverage report: one value that the page, JSON, CSV and the table in the shell all tell."""

from dataclasses import dataclass
from datetime import date

from elearn.areas import Level, in_a_sentence
from elearn.coverage.rules.figures import Cell
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.schemes import Scheme
from elearn.text import Message, msg


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
    area: Place
    own: Row
    children: tuple[Row, ...]

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
        """Return what the figures rest on: the day, and whose borders."""
        day = f"{self.as_of:%d/%m/%Y}"
        if self.is_after:
            return msg(
                "Số liệu đến ngày %(day)s, theo địa giới tại ngày đó, sau kỳ đề án (%(years)s).",
                day=day,
                years=self.scheme.years,
            )
        return msg("Số liệu đến ngày %(day)s, theo địa giới tại ngày đó.", day=day)

    def lowest_first(self, indicator: Indicator) -> list[Row]:
        """Return the children by their figure, the lowest first; those without one at the end."""

        def standing(row: Row) -> tuple[bool, float]:
            cell = row.cell(indicator)
            return not cell.has_figure, cell.n / cell.N if cell.has_figure else 0

        return sorted(self.children, key=standing)
