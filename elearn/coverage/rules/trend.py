"""A figure through the years, as a drawing has it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from elearn.coverage.rules.figures import decimal_text, percent_of, quotient_of
from elearn.coverage.rules.indicators import Indicator

#: The list of units changes here, so that figures on both sides are not of one list.
CUT = date(2025, 7, 1)

_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 436, 35, 200
#: How far beside its stroke a target is named: above, below, or past the number that stands there.
_BESIDE = (-8, 18, -24, 34)
_WORDS = 96  # How wide the name of a target is, and half as wide that of the change of units.


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on a day: so many of so many."""

    day: date
    n: int
    of: int

    def percent(self, decimals: int) -> Decimal:
        return percent_of(self.n, self.of, decimals)

    def told(self, decimals: int) -> str:
        """Return the share without its sign: 80,6."""
        return decimal_text(self.percent(decimals))

    def each_told(self, decimals: int) -> str:
        """Return how many there are for each person: 1,35; nothing where there is nobody."""
        return decimal_text(quotient_of(self.n, self.of, decimals)) if self.of else ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A point and where it is drawn."""

    point: Point
    x: float
    y: float

    @property
    def number_y(self) -> float:
        """Return where its number stands: above it, but below where that would leave the scale."""
        return self.y - 12 if self.y > _TOP + 25 else self.y + 22

    def told(self, decimals: int) -> str:
        """Return the share as it stands beside the point: 80,6."""
        return self.point.told(decimals)

    def is_touched(self, y: float) -> bool:
        """Return whether words on a line of this height touch the point or its number."""
        return abs(y - self.number_y) < 16 or -8 < y - self.y < 18


@dataclass(frozen=True, slots=True)
class Goal:
    """The target that a point is held against: a stroke over its year, and the line of its name."""

    percent: int
    left: float
    right: float
    y: float
    words_y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Points from left to right, the lines between them, and where the list of units changed."""

    points: tuple[Drawn, ...]
    lines: tuple[tuple[Drawn, Drawn], ...]
    goals: tuple[Goal, ...]
    cut: float | None

    @property
    def cut_words(self) -> float:
        """Return the middle of the words under the cut, which do not leave the drawing."""
        return min(max(self.cut or 0, _WORDS), _RIGHT - _WORDS + 16)

    @property
    def axis(self) -> tuple[tuple[int, float], ...]:
        """Return the lines of the scale: percent and height."""
        return tuple((percent, _height(percent)) for percent in (0, 25, 50, 75, 100))


def chart_of(points: Sequence[Point], indicator: Indicator, *, is_restated: bool = False) -> Chart:
    """Return where to draw the points and targets.

    No line leads across the change of units, but where one map holds for all years.
    """
    step = (_RIGHT - _LEFT) / max(len(points), 1)
    drawn = tuple(
        Drawn(point, round(_LEFT + step * (place + 0.5), 1), _height(point.n * 100 / point.of))
        for place, point in enumerate(points)
    )
    pairs = tuple(pairwise(drawn))
    across = () if is_restated else tuple(pair for pair in pairs if _is_cut(*pair))
    lines = tuple(pair for pair in pairs if pair not in across)
    cuts = (round((one.x + two.x) / 2, 1) for one, two in across)
    return Chart(drawn, lines, tuple(_goals(drawn, indicator, step / 2)), next(cuts, None))


def _goals(drawn: Sequence[Drawn], indicator: Indicator, half: float) -> Iterator[Goal]:
    for one in drawn:
        target = indicator.target_on(one.point.day)
        if target and target.percent:
            left, right = round(one.x - half, 1), round(one.x + half, 1)
            y = _height(target.percent)
            yield Goal(target.percent, left, right, y, _words(y, left, drawn))


def _words(y: float, left: float, drawn: Sequence[Drawn]) -> float:
    """Return on which line a target is named: on one that no point and no number touches."""
    near = [one for one in drawn if left < one.x < left + _WORDS]
    lines = (y + step for step in _BESIDE)
    return next((line for line in lines if not any(one.is_touched(line) for one in near)), y - 8)


def _is_cut(one: Drawn, two: Drawn) -> bool:
    return one.point.day < CUT <= two.point.day


def _height(percent: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * percent / 100, 1)
