"""How a target stands: its result, how far it is, and whether the pace is enough."""

from dataclasses import dataclass
from decimal import Decimal

from elearn.areas import Level
from elearn.coverage.rules.attainment.outcomes import Outcome, Provinces, Reached
from elearn.coverage.rules.attainment.timing import Pace, Timing, pace_of, rounded
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.measures import PERSONS, UNIT_NAMES
from elearn.coverage.rules.targets import Target
from elearn.text import Message

NEAR_POINTS = 10


@dataclass(frozen=True, slots=True)
class Attainment:
    """One target in one area: what was reached when it was judged, and a year before."""

    indicator: Indicator
    target: Target
    timing: Timing
    #: Whether the area is that for which the target is set.
    is_whole: bool = True
    reached: Reached | None = None
    before: Reached | None = None
    provinces: Provinces | None = None

    @property
    def outcome(self) -> Outcome:
        if without := self._without_result():
            return without
        if not self.is_judged:
            return Outcome.NOT_JUDGED
        if self.missing == 0 and self.is_met_everywhere:
            return Outcome.MET
        return Outcome.NEAR if self._is_near else Outcome.NOT_MET

    def _without_result(self) -> Outcome | None:
        if self.timing.judged_on < self.indicator.first_day:
            return Outcome.COMING
        if self.reached is None:
            return Outcome.NOT_COUNTED
        return Outcome.NOBODY if self.is_share and not self.reached.of else None

    @property
    def has_result(self) -> bool:
        return self._without_result() is None

    @property
    def is_share(self) -> bool:
        """Return whether it is set in percent of persons."""
        return self.target.percent is not None

    @property
    def is_judged(self) -> bool:
        """Return whether the target says how much this area must reach."""
        return self.is_share or self.is_whole

    @property
    def is_met_everywhere(self) -> bool:
        """Return whether each province has its least, where the target asks for that."""
        return self.provinces is None or not self.provinces.missing

    @property
    def _is_near(self) -> bool:
        return self.is_share and self.distance is not None and self.distance > -NEAR_POINTS

    @property
    def n(self) -> int:
        return self.reached.n if self.reached else 0

    @property
    def of(self) -> int:
        """Return how many are in post; of turns and classes, how many are wanted."""
        if not self.is_share:
            return self.target.value or 0
        return self.reached.of if self.reached else 0

    @property
    def share(self) -> Decimal | None:
        """Return the result in percent: of those in post, or of what is wanted."""
        if not self.has_result or not self.is_judged or not self.of:
            return None
        return rounded(self._exact, self.indicator.decimals)

    @property
    def _exact(self) -> Decimal:
        return Decimal(self.n) * 100 / Decimal(self.of)

    @property
    def distance(self) -> Decimal | None:
        """Return by how much the result is above the target, below it if less than nothing.

        In percentage points, or in turns or classes.
        """
        if not self.has_result or not self.is_judged:
            return None
        if self.target.percent is None:
            return Decimal(self.n - self.target.least(0))
        return rounded(self._exact - self.target.percent, self.indicator.decimals)

    @property
    def missing(self) -> int:
        """Return how many persons, turns or classes are still needed."""
        if not self.has_result or not self.is_judged or self.reached is None:
            return 0
        return self.target.missing(self.reached.n, self.reached.of)

    @property
    def unit(self) -> Message:
        return UNIT_NAMES.get(self.indicator.measure, PERSONS)

    @property
    def pace(self) -> Pace | None:
        """Return the pace of a target that can still be reached, where both ends are known."""
        if self.timing.is_final or self.distance is None or not self.reached or not self.before:
            return None
        return pace_of(self.before, self.reached, self.missing, self.timing)


def concerns(indicator: Indicator, level: Level) -> bool:
    """Return whether people of the indicator's level stand in areas of a level."""
    return indicator.level is None or _RANK[level] <= _RANK[indicator.level]


_RANK = {level: place for place, level in enumerate(Level)}
