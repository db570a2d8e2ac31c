"""The lines of a curve as a drawing: across its time, upwards its people; without words."""

from collections.abc import Sequence
from dataclasses import dataclass

from elearn.learning.rules.curves import MOST_POINTS, Curve, Stretch

WIDTH, HEIGHT = 1000, 160


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that stands on the ground."""

    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn of a curve: two lines over one time, and below them the bars of leaving."""

    most: int
    most_again: int
    most_left: int
    watched: str
    again: str
    left: tuple[Bar, ...]


def drawing_of(curve: Curve) -> Drawing:
    """Return the drawing of a curve; all of its lines fit WIDTH by HEIGHT."""
    points = curve.stretches(MOST_POINTS)
    most = max(1, *(one.watched for one in points), *(one.again for one in points))
    most_left = max(1, *(one.left for one in points))
    return Drawing(
        most,
        max(one.again for one in points),
        most_left,
        _line([one.watched for one in points], most),
        _line([one.again for one in points], most),
        tuple(_bars(points, most_left)),
    )


def _line(values: Sequence[int], most: int) -> str:
    """Return a path through the middles of the stretches, from the left edge to the right one."""
    step = WIDTH / len(values)
    middles = [(place * step + step / 2, value) for place, value in enumerate(values)]
    points = [(0, values[0]), *middles, (WIDTH, values[-1])]
    return "M" + "L".join(f"{x:.1f} {_height(value, most):.1f}" for x, value in points)


def _bars(points: Sequence[Stretch], most: int) -> list[Bar]:
    step = WIDTH / len(points)
    tops = [(place, _height(one.left, most)) for place, one in enumerate(points) if one.left]
    return [Bar(round(place * step, 1), round(step, 1), y, HEIGHT - y) for place, y in tops]


def _height(value: int, most: int) -> float:
    return round(HEIGHT - HEIGHT * value / most, 1)
