"""Chance with a few habits: days gather at the edges of what may go wrong."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

TODAY = date(2026, 11, 21)
LONG_AGO = datetime(2018, 1, 1, tzinfo=UTC)
FIRST = date(2018, 1, 1)
#: Beyond what any row of the base data has.
FIRST_KEY = 5_000_000
REFORM = date(2025, 7, 1)
#: Days on which communes merge and are divided after the great reform.
LATER = (date(2026, 1, 10), date(2026, 7, 15))
_EDGES = (
    *(date(2020, 12, 31), date(2021, 1, 1), REFORM - timedelta(days=1), REFORM),
    *(LATER[0] - timedelta(days=1), *LATER, TODAY),
)
#: Hours of a day by UTC; from 17 on it is the next day here.
_HOURS = (time(2), time(9, 30), time(16, 59), time(17), time(20))


class Chance:
    """Days, moments and choices of one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def day(self, first: date = FIRST, last: date = TODAY) -> date:
        edges = [edge for edge in _EDGES if first <= edge <= last]
        if edges and self.happens(0.2):
            return self.random.choice(edges)
        return first + timedelta(days=self.random.randint(0, max(0, (last - first).days)))

    def until(self, first: date, *, open_share: float) -> date | None:
        return None if self.happens(open_share) else self.day(first, date(2027, 6, 30))

    def happens(self, share: float) -> bool:
        return self.random.random() < share

    def moment(self, day: date) -> datetime:
        return datetime.combine(day, self.random.choice(_HOURS), UTC)

    def told(self, day: date) -> datetime:
        """Return when something of a day was written down: soon after it, or late, or before."""
        days = self.random.choice((-20, 0, 0, 3, 40, 200, 500))
        return self.moment(max(FIRST, min(TODAY, day + timedelta(days=days))))

    def later(self, moment: datetime) -> datetime:
        """Return a moment after another, and not after today."""
        first = moment.date() + timedelta(days=1)
        return max(moment, self.moment(self.day(min(first, TODAY), TODAY)))
