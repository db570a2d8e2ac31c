"""When a target is judged, and whether the pace until then is enough."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from elearn.coverage.rules.attainment.outcomes import Reached
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.targets import Target

_MONTH = Decimal("30.4375")


@dataclass(frozen=True, slots=True)
class Timing:
    """On which day a target is asked about and judged, and by which it was to be reached."""

    asked_on: date
    judged_on: date
    deadline: date
    #: The last day of its group, if the group ended before it was judged.
    ended_on: date | None = None

    @property
    def is_final(self) -> bool:
        """Return whether the result changes no more."""
        return self.judged_on < self.asked_on or self.judged_on == self.deadline


@dataclass(frozen=True, slots=True)
class Pace:
    """How many a month were reached since a day, and how many a month are needed from now on."""

    since: date
    reached: Decimal
    needed: Decimal | None

    @property
    def is_enough(self) -> bool:
        return self.needed is None or self.reached >= self.needed


def timing_of(target: Target, day: date, ended_on: date | None) -> Timing:
    """Return when a target is judged for a day: on it, at the end of its year, or of its group."""
    deadline = date(target.year or day.year, 12, 31)
    judged = min(day, deadline)
    if ended_on is not None and ended_on < judged:
        return Timing(day, ended_on, deadline, ended_on)
    return Timing(day, judged, deadline)


def pace_since(indicator: Indicator, day: date) -> date:
    """Return since when the pace is taken: twelve months, or since what is counted began."""
    year_ago = date(day.year - 1, day.month, min(day.day, 28 if day.month == 2 else 31))
    first = indicator.since(day)
    return year_ago if first <= year_ago else first - timedelta(days=1)


def pace_of(before: Reached, reached: Reached, missing: int, timing: Timing) -> Pace | None:
    """Return the pace between two days and the one needed; nothing where no time lies between."""
    months, left = _months(before.day, reached.day), _months(timing.judged_on, timing.deadline)
    if not months:
        return None
    needed = rounded(missing / left, 1) if left else None
    return Pace(before.day, rounded((reached.n - before.n) / months, 1), needed)


def _months(first: date, last: date) -> Decimal:
    return Decimal((last - first).days) / _MONTH


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return a number with half rounded up, away from nothing, as offices do."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
