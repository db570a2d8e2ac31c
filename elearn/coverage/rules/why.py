"""Why a figure was told otherwise before: step by step from what was known then to what is now.

Between two moments of knowing each kind of fact is brought up to date in turn; whom a step moves in
or out of the figure is what it explains. So the steps add up to the difference, whatever happened.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from elearn.coverage.rules.knowledge import Knowledge
from elearn.coverage.rules.standing import Standing
from elearn.text import msg


class Cause(StrEnum):
    """Which kind of fact came to be known otherwise."""

    RULE = "rule"
    BORDERS = "borders"
    EXCLUSIONS = "exclusions"
    PEOPLE = "people"
    COMPLETIONS = "completions"


CAUSE_NAMES = {
    Cause.RULE: msg("Định nghĩa chỉ tiêu thay đổi"),
    Cause.BORDERS: msg("Địa giới hoặc nơi đặt đơn vị thay đổi"),
    Cause.EXCLUSIONS: msg("Đơn vị được loại khỏi hoặc trở lại đánh giá"),
    Cause.PEOPLE: msg("Chức danh, hồ sơ cán bộ được ghi thêm hoặc sửa"),
    Cause.COMPLETIONS: msg("Kết quả học được ghi thêm, sửa hoặc thu hồi"),
}

#: Which moment of knowing a cause brings up to date.
_MOMENTS = {
    Cause.RULE: "rule_at",
    Cause.BORDERS: "areas_at",
    Cause.EXCLUSIONS: "exclusions_at",
    Cause.PEOPLE: "people_at",
    Cause.COMPLETIONS: "completions_at",
}

#: Who is in the figure, and how she stands; who is not in post there is not among them.
Standings = Mapping[int, Standing]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure told by names: so many reached of so many in post."""

    reached: int
    in_post: int

    @classmethod
    def of(cls, standings: Standings) -> "Count":
        reached = sum(one is Standing.TRAINED for one in standings.values())
        return cls(reached, len(standings))

    def __add__(self, other: "Count") -> "Count":
        return Count(self.reached + other.reached, self.in_post + other.in_post)

    def __sub__(self, other: "Count") -> "Count":
        return Count(self.reached - other.reached, self.in_post - other.in_post)


@dataclass(frozen=True, slots=True)
class Shift:
    """A person who is counted otherwise after a step; None is not counted there at all."""

    person_id: int
    before: Standing | None
    after: Standing | None

    @property
    def change(self) -> Count:
        """Return what this does to the figure."""
        reached = (self.after is Standing.TRAINED) - (self.before is Standing.TRAINED)
        return Count(reached, (self.after is not None) - (self.before is not None))


@dataclass(frozen=True, slots=True)
class Step:
    """What one cause did to the figure, and through whom."""

    cause: Cause
    shifts: tuple[Shift, ...]

    @property
    def change(self) -> Count:
        return sum((one.change for one in self.shifts), Count(0, 0))


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
    def adds_up(self) -> bool:
        """Return whether the steps explain the whole difference."""
        return sum((one.change for one in self.steps), Count(0, 0)) == self.difference


def knowing(earlier: datetime, later: datetime | None) -> Iterator[tuple[Cause, Knowledge]]:
    """Yield each cause with what is known once it was brought up to date, and those before it."""
    known = Knowledge.at(earlier)
    for cause in Cause:
        known = replace(known, **{_MOMENTS[cause]: later})
        yield cause, known


def step_between(cause: Cause, before: Standings, after: Standings) -> Step:
    """Return whom a cause has counted otherwise."""
    touched = sorted(key for key in {*before, *after} if before.get(key) is not after.get(key))
    return Step(cause, tuple(Shift(key, before.get(key), after.get(key)) for key in touched))
