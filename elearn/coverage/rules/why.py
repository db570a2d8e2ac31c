"""Why a figure was told otherwise before: step by step from what was known then to what is now.

Between two moments of knowing each kind of fact is brought up to date in turn; whom a step moves in
or out of the figure is what it explains. So the steps add up to the difference, whatever happened.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.knowledge import Knowledge
from elearn.coverage.rules.measures import Measure
from elearn.coverage.rules.standing import Standing
from elearn.text import Message, msg


class Cause(StrEnum):
    """Which kind of fact came to be known otherwise."""

    RULE = "rule"
    BORDERS = "borders"
    EXCLUSIONS = "exclusions"
    PEOPLE = "people"
    COMPLETIONS = "completions"


CAUSE_NAMES = {
    Cause.RULE: msg("Định nghĩa chỉ số thay đổi"),
    Cause.BORDERS: msg("Địa giới hoặc nơi đặt đơn vị thay đổi"),
    Cause.EXCLUSIONS: msg("Đơn vị được loại khỏi hoặc trở lại đánh giá"),
    Cause.PEOPLE: msg("Chức danh, hồ sơ cán bộ được ghi thêm hoặc sửa"),
    Cause.COMPLETIONS: msg("Kết quả học được ghi thêm, sửa hoặc thu hồi"),
}

#: The same on a narrow tab.
CAUSES_IN_SHORT = {
    Cause.RULE: msg("Định nghĩa"),
    Cause.BORDERS: msg("Địa giới"),
    Cause.EXCLUSIONS: msg("Đơn vị loại ra"),
    Cause.PEOPLE: msg("Chức danh, hồ sơ"),
    Cause.COMPLETIONS: msg("Kết quả học"),
}

#: Which moment of knowing a cause brings up to date.
_MOMENTS = {
    Cause.RULE: "rule_at",
    Cause.BORDERS: "areas_at",
    Cause.EXCLUSIONS: "exclusions_at",
    Cause.PEOPLE: "people_at",
    Cause.COMPLETIONS: "completions_at",
}

#: How a person stands in the figure; of turns, and of people who came or left, her number of them.
Stood = Standing | int
#: Who is in the figure, and how she stands; who is not in post there is not among them.
Standings = Mapping[int, Stood]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure told by names: so many reached of so many in post; turns are of nobody."""

    reached: int = 0
    in_post: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.reached + other.reached, self.in_post + other.in_post)

    def __sub__(self, other: "Count") -> "Count":
        return Count(self.reached - other.reached, self.in_post - other.in_post)

    def __bool__(self) -> bool:
        return self != Count()


@dataclass(frozen=True, slots=True)
class Counter:
    """What one person adds to a figure: one in post, and one reached if she stands so."""

    reached: Standing

    @classmethod
    def of(cls, indicator: Indicator) -> "Counter":
        """Return how persons are counted for an indicator."""
        is_of_the_new = indicator.measure is Measure.NEW_UNTRAINED
        return cls(Standing.NEW_IN_POST if is_of_the_new else Standing.TRAINED)

    def one(self, stood: Stood | None) -> Count:
        """Return what she adds; nothing if she is not in the figure."""
        if stood is None:
            return Count()
        if isinstance(stood, Standing):
            return Count(int(stood is self.reached), 1)
        return Count(stood)

    def all(self, standings: Standings) -> Count:
        """Return what all of them add."""
        return sum(map(self.one, standings.values()), Count())


@dataclass(frozen=True, slots=True)
class Shift:
    """A person who is counted otherwise after a step; None is not counted there at all."""

    person_id: int
    before: Stood | None
    after: Stood | None
    #: What this does to the figure.
    change: Count


@dataclass(frozen=True, slots=True)
class Step:
    """What one cause did to the figure, and through whom."""

    cause: Cause
    shifts: tuple[Shift, ...]

    @property
    def change(self) -> Count:
        return sum((one.change for one in self.shifts), Count())


@dataclass(frozen=True, slots=True)
class Why:
    """A figure at two moments of knowing, and the steps between them."""

    before: Count
    after: Count
    steps: tuple[Step, ...]

    @property
    def difference(self) -> Count:
        return self.after - self.before

    @property
    def rest(self) -> Count:
        """Return what no step explains; nothing, if all is as it should be."""
        return self.difference - sum((one.change for one in self.steps), Count())

    @property
    def adds_up(self) -> bool:
        """Return whether the steps explain the whole difference."""
        return not self.rest

    def step(self, cause: Cause) -> Step:
        return next(one for one in self.steps if one.cause is cause)


def too_early(begins: date) -> Message:
    """Return that before a day nothing was known, so that nothing can be compared."""
    return msg(
        "Danh sách cán bộ được ghi từ ngày %(day)s. Chọn từ ngày đó.", day=f"{begins:%d/%m/%Y}"
    )


def knowing(earlier: datetime, later: datetime | None) -> Iterator[tuple[Cause, Knowledge]]:
    """Yield each cause with what is known once it was brought up to date, and those before it."""
    known = Knowledge.at(earlier)
    for cause in Cause:
        known = replace(known, **{_MOMENTS[cause]: later})
        yield cause, known


def step_between(cause: Cause, before: Standings, after: Standings, counter: Counter) -> Step:
    """Return whom a cause has counted otherwise."""
    touched = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
    return Step(cause, tuple(_shift(key, before, after, counter) for key in touched))


def _shift(key: int, before: Standings, after: Standings, counter: Counter) -> Shift:
    then, now = before.get(key), after.get(key)
    return Shift(key, then, now, counter.one(now) - counter.one(then))
