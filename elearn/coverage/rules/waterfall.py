"""The steps between two figures as rows of a table, with where their bars are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from elearn.coverage.rules.why import Count, Step, Why

#: The width of a drawing; its middle is no change.
WIDTH = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar begins, how long it is, and whether it is for more."""

    x: float
    width: float
    is_more: bool


@dataclass(frozen=True, slots=True)
class Fall:
    """A step with the figure it leads to, and the bars of what it changed."""

    step: Step
    after: Count
    reached: Bar
    in_post: Bar


def waterfall(why: Why) -> tuple[Fall, ...]:
    """Return the steps in their order; the longest bar reaches the edge."""
    return tuple(_falls(why))


def _falls(why: Why) -> Iterator[Fall]:
    changes = [step.change for step in why.steps]
    most = max((max(abs(one.reached), abs(one.in_post)) for one in changes), default=0)
    after = why.before
    for step, change in zip(why.steps, changes, strict=True):
        after += change
        yield Fall(step, after, _bar(change.reached, most), _bar(change.in_post, most))


def _bar(change: int, most: int) -> Bar:
    middle = WIDTH / 2
    width = round(middle * abs(change) / (most or 1), 1)
    return Bar(middle if change > 0 else middle - width, width, change > 0)
