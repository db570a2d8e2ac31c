"""The borders of one era: in which of its areas lies what was an area before it, or after it.

An area that does not stand in the era is carried there through what became of areas: forward to
its likeliest heir, else backward to the nearest of those it came from. Where it was divided, or
came from several, that is an *estimate* at every level at which those areas differ.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import NamedTuple

#: The areas of the country, province, district and commune; −1 is none.
Columns = tuple[int, int, int, int]
Marks = tuple[bool, bool, bool, bool]
EXACT: Marks = (False, False, False, False)
#: Tells in which areas an area lies that stands in an era; nothing of any other.
Standing = Callable[[int], Columns | None]


class Link(NamedTuple):
    """An area passed into another, as a whole or in part, from a day on."""

    source: int
    target: int
    day: int
    is_split: bool
    is_default: bool
    distance: float | None


class Spot(NamedTuple):
    """An area of the era, by what it lies in, and at which levels that is an estimate."""

    areas: Columns
    estimated: Marks


class Passages:
    """What became of areas, by the area: put in order once for all eras."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._heirs: dict[int, list[Link]] = defaultdict(list)
        self._origins: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            self._heirs[link.source].append(link)
            self._origins[link.target].append(link)

    def heirs(self, area: int, first: int) -> list[Link]:
        """Return into what an area passed till the first day of an era."""
        return [one for one in self._heirs.get(area, ()) if one.day <= first]

    def origins(self, area: int, first: int) -> list[Link]:
        """Return from what an area came after the first day of an era."""
        return [one for one in self._origins.get(area, ()) if one.day > first]


class Era:
    """The areas that stand in an era, and the ways that lead there."""

    def __init__(self, standing: Standing, passages: Passages, first: int) -> None:
        self._standing = standing
        self._passages = passages
        self._first = first
        self._ahead: dict[tuple[int, int | None], Spot | None] = {}
        self._behind: dict[int, Spot | None] = {}

    def spot_of(self, area: int) -> Spot | None:
        """Return where an area lies in the era; nothing if no way leads there."""
        return self._forward(area, None) or self._backward(area)

    def _forward(self, area: int, since: int | None) -> Spot | None:
        """Follow an area to its heirs, no day of the way lying before the last."""
        if own := self._standing(area):
            return Spot(own, EXACT)
        key = area, since
        if key not in self._ahead:
            self._ahead[key] = None  # A way that comes round to itself leads nowhere.
            self._ahead[key] = self._of_heirs(area, since)
        return self._ahead[key]

    def _of_heirs(self, area: int, since: int | None) -> Spot | None:
        heirs = self._passages.heirs(area, self._first)
        steps = [one for one in heirs if since is None or one.day >= since]
        step = max((one for one in steps if one.is_default), key=lambda one: one.day, default=None)
        chosen = self._forward(step.target, step.day) if step else None
        if step is None or chosen is None or not step.is_split:
            return chosen
        parts = [one for one in steps if one.day == step.day]
        return _among([self._forward(one.target, one.day) for one in parts], chosen)

    def _backward(self, area: int) -> Spot | None:
        """Follow an area to those it came from."""
        if own := self._standing(area):
            return Spot(own, EXACT)
        if area not in self._behind:
            self._behind[area] = None
            self._behind[area] = self._of_origins(area)
        return self._behind[area]

    def _of_origins(self, area: int) -> Spot | None:
        steps = self._passages.origins(area, self._first)
        likely = [one for one in steps if one.is_default] or steps
        found = [(one, self._backward(one.source)) for one in likely]
        reached = [(one, spot) for one, spot in found if spot]
        if not reached:
            return None
        _, chosen = min(reached, key=lambda pair: _nearness(pair[0]))
        return _among([spot for _, spot in reached], chosen)


def _nearness(link: Link) -> tuple[float, int]:
    return inf if link.distance is None else link.distance, link.source


def _among(candidates: Sequence[Spot | None], chosen: Spot) -> Spot:
    """Return the chosen candidate, an estimate at each level at which the candidates differ."""
    columns = zip(*(spot.areas for spot in candidates if spot), strict=True)
    differ = [len(set(column)) > 1 for column in columns]
    marks = [one or other for one, other in zip(chosen.estimated, differ, strict=True)]
    return Spot(chosen.areas, (marks[0], marks[1], marks[2], marks[3]))
