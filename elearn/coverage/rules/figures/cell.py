"""One figure of a report: so many of so many, or a number, told with its state."""

from dataclasses import dataclass
from decimal import Decimal

from elearn.coverage.rules.figures.figure import NOTHING, Figure
from elearn.coverage.rules.figures.numbers import (
    decimal_text,
    percent_of,
    percent_text,
    quotient_of,
    thousands,
)
from elearn.coverage.rules.figures.state import STATE_NAMES, Holding, State
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.measures import PERSONS, UNIT_NAMES, Measure
from elearn.coverage.rules.targets import Target
from elearn.text import Message, msg

NEAR_POINTS = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """One indicator in one area as of a day; without a figure as long as it is not counted."""

    indicator: Indicator
    target: Target | None
    holding: Holding
    figure: Figure | None

    @property
    def counted(self) -> Figure:
        """Return the figure, or nothing of everything."""
        return self.figure or NOTHING

    @property
    def n(self) -> int:
        """Return how many persons, turns or classes have come to what is asked."""
        if self.indicator.measure is Measure.NEW_UNTRAINED:
            return self.counted.new_in_post
        return self.counted.reached

    @property
    def N(self) -> int:  # noqa: N802  # The denominator, as everybody writes it.
        """Return how many are in post."""
        return self.counted.in_post

    @property
    def state(self) -> State:
        if without := self._without_figure():
            return without
        if self.target is None or not self._is_judged(self.target):
            return State.NO_TARGET
        if self.target.is_met(self.n, self.N):
            return State.MET
        whole = self.N if self.target.percent is not None else self.target.value or 0
        wanted = whole * (self.target.percent or 100)
        lacking = wanted - self.n * 100
        return State.NEAR if lacking < NEAR_POINTS * whole else State.NOT_MET

    def _is_judged(self, target: Target) -> bool:
        """Return whether the target is of the kind of the figure: a share, or a number."""
        if self.indicator.is_share:
            return target.percent is not None
        return target.value is not None and self.indicator.measure is not Measure.TURNS_PER_PERSON

    def _without_figure(self) -> State | None:
        if not self.holding.is_open:
            return State.ENDED if self.holding.ended_on else State.NO_DATA
        if self.figure is None:
            return State.NOT_COUNTED
        if self._is_number or self.N:
            return None
        return State.NO_DATA if self.indicator.planned_for else State.NOBODY

    @property
    def _is_number(self) -> bool:
        """Return whether it is a number by itself, of nobody as good as of many."""
        is_additive = self.indicator.is_additive
        return is_additive and self.indicator.measure is not Measure.TURNS_PER_PERSON

    @property
    def has_figure(self) -> bool:
        """Return whether there is something to tell: of a share that somebody is in post."""
        return self._without_figure() is None

    @property
    def is_known(self) -> bool:
        """Return whether it is known how many there are, be it nobody."""
        return self._without_figure() in (None, State.NOBODY)

    @property
    def is_of_holders(self) -> bool:
        """Return whether it tells of those in post: not of classes, nor if ended or not counted."""
        is_silent = self.state in (State.ENDED, State.NOT_COUNTED)
        return not is_silent and self.indicator.measure is not Measure.CLASS

    @property
    def percent(self) -> Decimal | None:
        """Return the share in percent; nothing where the figure is none."""
        if not (self.has_figure and self.indicator.is_share):
            return None
        return percent_of(self.n, self.N, self.indicator.decimals)

    @property
    def value(self) -> Decimal | None:
        """Return what is told: percent, a number, or turns for each person."""
        if not self.has_figure or self.indicator.is_share:
            return self.percent
        if self._is_number:
            return Decimal(self.n)
        return quotient_of(self.n, self.N, self.indicator.decimals)

    @property
    def told(self) -> Message:
        """Return 80,6%, 1.234 lượt, a dash where nobody is in post, or why there is none."""
        if self.percent is not None:
            return Message(percent_text(self.percent))
        if self.value is None:
            return Message("–") if self.state is State.NOBODY else self.words
        number = thousands(self.n) if self._is_number else decimal_text(self.value)
        unit = UNIT_NAMES.get(self.indicator.measure, PERSONS)
        return msg("%(number)s %(unit)s", number=number, unit=unit)

    @property
    def percent_text(self) -> str:
        """Return the same in Vietnamese, as tables for programs have it."""
        return str(self.told)

    @property
    def words(self) -> Message:
        """Return the state in words, for people."""
        if self.holding.ended_on and self.state is State.ENDED:
            return msg("kết thúc ngày %(day)s", day=f"{self.holding.ended_on:%d/%m/%Y}")
        return STATE_NAMES[self.state]

    @property
    def ratio(self) -> str:
        """Return 2.451/3.312, where it is known; nothing beside what is a number by itself."""
        if not self.is_known or self._is_number:
            return ""
        return f"{thousands(self.n)}/{thousands(self.N)}"

    @property
    def is_estimate(self) -> bool:
        """Return whether some of those in post stand here only by estimate."""
        return self.is_known and self.counted.estimated > 0

    @property
    def has_names(self) -> bool:
        """Return whether there are lists of the persons behind it."""
        return self.has_figure and self.indicator.is_share

    @property
    def untrained(self) -> int:
        return self.N - self.counted.reached

    @property
    def missing(self) -> int:
        """Return how many persons, turns or classes the target still needs."""
        if self.target is None or not self.has_figure or not self._is_judged(self.target):
            return 0
        return self.target.missing(self.n, self.N)
