"""Schemes: the decision that sets targets, its years, and the figures it is judged by."""

from dataclasses import dataclass
from datetime import date

from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.targets import Ground, ground_on


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme (đề án): its decision, its years, and the figures it is judged by."""

    key: str
    title: str
    short_title: str
    decision: str
    first_year: int
    last_year: int
    decimals: int
    indicators: tuple[Indicator, ...]
    lead: str
    grounds: tuple[Ground, ...] = ()
    decided_on: date | None = None
    #: Its version in the database, and which it is; nothing as long as it stands in a file only.
    version_id: int | None = None
    number: int | None = None

    @property
    def first_day(self) -> date:
        return date(self.first_year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.last_year, 12, 31)

    @property
    def years(self) -> str:
        return f"{self.first_year}–{self.last_year}"

    def is_over_on(self, day: date) -> bool:
        return day > self.last_day

    def indicator(self, key: str) -> Indicator | None:
        """Return the figure of this key, the one it opens with where none is named."""
        wanted = key or self.lead
        return next((one for one in self.indicators if one.key == wanted), None)

    def ground_on(self, day: date) -> Ground | None:
        """Return the province it is confined to on the day, if it is to one."""
        return ground_on(self.grounds, day)
