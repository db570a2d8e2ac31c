"""Schemes, what they want counted, and the targets they set."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elearn.areas import LEVEL_NAMES, Level
from elearn.catalogue import ContentTag
from elearn.text import Message, msg


class Measure(StrEnum):
    """What is counted of a group."""

    TRAINED = "person_trained"
    TRAINED_THIS_YEAR = "person_trained_annual"
    CERTIFIED = "person_certified"
    PARTICIPATION = "participation"
    CLASS = "class"


#: What can be counted as of a day.
COUNTED = (Measure.TRAINED, Measure.TRAINED_THIS_YEAR, Measure.CERTIFIED)

MEASURE_NOTES = {
    Measure.TRAINED_THIS_YEAR: msg("trong năm"),
    Measure.CERTIFIED: msg("có chứng chỉ"),
}


class Comparator(StrEnum):
    """How a share stands to a target: not less, more, or (of a whole group) just as much."""

    GTE = "gte"
    GT = "gt"
    EQ = "eq"


@dataclass(frozen=True, slots=True)
class Content:
    """What a completion must be about: any of the tags, or all of them."""

    tags: frozenset[ContentTag]
    needs_all: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """How much is to be reached by the end of a year, or, without one, in every year."""

    key: str
    year: int | None
    percent: int | None
    value: int | None
    comparator: Comparator

    def is_met(self, reached: int, of: int) -> bool:
        """Return whether so many of a group are enough; exact, before any rounding."""
        if self.percent is None:
            return False
        ours, wanted = reached * 100, self.percent * of
        return ours > wanted if self.comparator is Comparator.GT else ours >= wanted

    def missing(self, reached: int, of: int) -> int:
        """Return how many persons are still needed."""
        least = -(-(self.percent or 0) * of // 100)
        if self.comparator is Comparator.GT and least * 100 == (self.percent or 0) * of:
            least += 1
        return max(0, least - reached)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure a scheme is judged by: a measure of a group at a level, or at all levels."""

    group: str
    group_name: str
    level: Level | None
    measure: Measure
    content: Content
    targets: tuple[Target, ...] = ()

    @property
    def key(self) -> str:
        """Return its name in addresses: "branch_head.branch"."""
        parts = [self.group, self.level or "all"]
        if self.measure is not Measure.TRAINED:
            parts.append(self.measure)
        return ".".join(parts)

    @property
    def is_counted(self) -> bool:
        return self.measure in COUNTED

    @property
    def note(self) -> Message | None:
        """Return how it is counted, where that is not simply who was trained."""
        return MEASURE_NOTES.get(self.measure)

    @property
    def level_name(self) -> Message:
        return LEVEL_NAMES[self.level] if self.level else msg("Các cấp")

    def target_on(self, day: date) -> Target | None:
        """Return the target that a figure of the day is held against: the next still to come."""
        ordered = sorted(self.targets, key=lambda target: target.year or 0)
        coming = (one for one in ordered if one.year is None or one.year >= day.year)
        return next(coming, ordered[-1] if ordered else None)


@dataclass(frozen=True, slots=True)
class Ground:
    """A province to which a scheme is confined, by the code it had on some days."""

    code: str
    first: date
    last: date

    def is_valid_on(self, day: date) -> bool:
        return self.first <= day <= self.last


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

    @property
    def first_day(self) -> date:
        return date(self.first_year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.last_year, 12, 31)

    @property
    def is_counted(self) -> bool:
        """Return whether any of its figures can be counted as of a day."""
        return any(one.is_counted for one in self.indicators)

    @property
    def years(self) -> str:
        return f"{self.first_year}–{self.last_year}"

    def is_over_on(self, day: date) -> bool:
        return day > self.last_day

    def indicator(self, key: str) -> Indicator | None:
        """Return the figure of this key, the one it opens with where none is named."""
        wanted = key or self.lead
        return next((one for one in self.indicators if one.key == wanted), None)

    def window_of(self, indicator: Indicator, day: date) -> tuple[date, date]:
        """Return between which days, both included, a completion counts for a figure of the day."""
        if indicator.measure is Measure.TRAINED_THIS_YEAR:
            return max(self.first_day, date(day.year, 1, 1)), day
        if indicator.measure is Measure.CERTIFIED:
            return date.min, day  # Whatever it was earned by: what counts is that it is valid.
        return self.first_day, day

    def ground_on(self, day: date) -> Ground | None:
        """Return the province it is confined to on the day, if it is to one."""
        return next((one for one in self.grounds if one.is_valid_on(day)), None)


def counted(schemes: Sequence[Scheme]) -> Sequence[Scheme]:
    """Return the schemes of which something can be counted."""
    return [scheme for scheme in schemes if scheme.is_counted]
