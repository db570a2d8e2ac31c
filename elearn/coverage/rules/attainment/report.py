"""All targets of an area as of a day: one value that the page, JSON, CSV and the shell tell."""

from dataclasses import dataclass
from datetime import date

from elearn.coverage.rules.attainment.attainment import Attainment
from elearn.coverage.rules.attainment.outcomes import Outcome
from elearn.coverage.rules.report import Place
from elearn.coverage.rules.schemes import Scheme
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class Section:
    """The targets of one scheme, in the area or in the province to which it is confined."""

    scheme: Scheme
    place_name: str
    rows: tuple[Attainment, ...]

    def count(self, *outcomes: str) -> int:
        """Return how many targets stand in one of these ways."""
        return sum(row.outcome in outcomes for row in self.rows)


@dataclass(frozen=True, slots=True)
class TargetReport:
    """The targets of all schemes in an area, by the borders of the day that is asked about."""

    as_of: date
    area: Place
    sections: tuple[Section, ...]

    @property
    def rows(self) -> tuple[Attainment, ...]:
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def is_counted(self) -> bool:
        """Return whether all that is to be told has been counted."""
        return all(row.outcome is not Outcome.NOT_COUNTED for row in self.rows)

    def count(self, *outcomes: str) -> int:
        """Return how many targets of all schemes stand in one of these ways."""
        return sum(section.count(*outcomes) for section in self.sections)

    @property
    def title(self) -> Message:
        return msg("Chỉ tiêu bồi dưỡng %(place)s", place=self.area.in_a_sentence)

    @property
    def basis(self) -> Message:
        """Return what the results rest on: the day, and whose borders."""
        return msg(
            "Số liệu đến ngày %(day)s, theo địa giới ngày đó. Chỉ tiêu của năm đã qua tính đến "
            "hết ngày 31/12 năm đó.",
            day=f"{self.as_of:%d/%m/%Y}",
        )
