"""The borders of one era: in which of its areas lies what was an area before it, or after it.

An area that does not stand in the era is carried there through what became of areas: forward to
its likeliest heir, else backward to the nearest of those it came from. Where it was divided, or
came from several, that is an *estimate* at every level at which those areas differ.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from elearn.coverage.rules.facts import Flags, Ints

#: The areas of the country, province, district and commune; −1 is none.
Columns = tuple[int, int, int, int]
Marks = tuple[bool, bool, bool, bool]
EXACT: Marks = (False, False, False, False)


class Standing(NamedTuple):
    """The areas that stand in an era, in the order of their keys, and in which areas they lie."""

    area: Ints
    areas: Ints

    def of(self, area: int) -> Columns | None:
        """Return in which areas one lies; nothing if it does not stand in the era."""
        row = int(np.searchsorted(self.area, area))
        if row == self.area.size or self.area[row] != area:
            return None
        country, province, district, commune = self.areas[row].tolist()
        return country, province, district, commune


class Links(NamedTuple):
    """Areas passed into others, as a whole or in part, from a day on: by column.

    They are in the order of their targets, and of one target the source that is nearest is first.
    """

    source: Ints
    target: Ints
    day: Ints
    is_split: Ints
    is_default: Ints

    def chosen(self, which: Ints | Flags) -> "Links":
        """Return some of them."""
        return Links(*(column[which] for column in self))


_NONE = np.empty(0, np.int64)
NO_LINKS = Links(_NONE, _NONE, _NONE, _NONE, _NONE)


class Link(NamedTuple):
    """An area passed into another, as a whole or in part, from a day on."""

    source: int
    target: int
    day: int
    is_split: int
    is_default: int


class Spot(NamedTuple):
    """An area of the era, by what it lies in, and at which levels that is an estimate."""

    areas: Columns
    estimated: Marks


class Passages:
    """What became of areas, by the area: put in order once for all eras."""

    def __init__(self, links: Links) -> None:
        ahead = links.chosen(np.argsort(links.source, kind="stable"))
        self._ahead = [column.tolist() for column in ahead]
        self._back = [column.tolist() for column in links]

    def heirs(self, area: int, first: int) -> list[Link]:
        """Return into what an area passed till the first day of an era."""
        return [one for one in _rows(self._ahead, 0, area) if one.day <= first]

    def origins(self, area: int, first: int) -> list[Link]:
        """Return from what an area came after the first day of an era, the nearest first."""
        return [one for one in _rows(self._back, 1, area) if one.day > first]


def _rows(columns: Sequence[list[int]], key: int, area: int) -> list[Link]:
    """Return the links whose key column, which is in order, names the area."""
    begin, end = bisect_left(columns[key], area), bisect_right(columns[key], area)
    parts = (column[begin:end] for column in columns)
    return list(map(Link._make, zip(*parts, strict=True)))


class Era:
    """The areas that stand in an era, and the ways that lead there."""

    def __init__(self, standing: Standing, passages: Passages, first: int) -> None:
        self._standing = standing
        self._passages = passages
        self._first = first
        self._ahead: dict[tuple[int, int | None], Spot | None] = {}
        self._behind: dict[int, Spot | None] = {}

    def spots_of(self, areas: Ints) -> tuple[Ints, Flags, Flags]:
        """Return in which areas each lies, at which levels that is an estimate, and which do.

        No way leads into the era from the others.
        """
        row = np.searchsorted(self._standing.area, areas)
        stands = np.isin(areas, self._standing.area)
        told, marks = np.full((areas.size, 4), -1, np.int64), np.zeros((areas.size, 4), np.bool_)
        told[stands] = self._standing.areas[row[stands]]
        for place in np.flatnonzero(~stands):
            if spot := self.spot_of(int(areas[place])):
                told[place], marks[place], stands[place] = *spot, True
        return told, marks, stands

    def spot_of(self, area: int) -> Spot | None:
        """Return where an area lies in the era; nothing if no way leads there."""
        return self._forward(area, None) or self._backward(area)

    def _forward(self, area: int, since: int | None) -> Spot | None:
        """Follow an area to its heirs, no day of the way lying before the last."""
        if own := self._standing.of(area):
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
        if own := self._standing.of(area):
            return Spot(own, EXACT)
        if area not in self._behind:
            self._behind[area] = None
            self._behind[area] = self._of_origins(area)
        return self._behind[area]

    def _of_origins(self, area: int) -> Spot | None:
        steps = self._passages.origins(area, self._first)
        likely = [one for one in steps if one.is_default] or steps
        reached = [spot for one in likely if (spot := self._backward(one.source))]
        if not reached:
            return None
        return _among(reached, reached[0])


def _among(candidates: Sequence[Spot | None], chosen: Spot) -> Spot:
    """Return the chosen candidate, an estimate at each level at which the candidates differ."""
    columns = zip(*(spot.areas for spot in candidates if spot), strict=True)
    differ = [len(set(column)) > 1 for column in columns]
    marks = [one or other for one, other in zip(chosen.estimated, differ, strict=True)]
    return Spot(chosen.areas, (marks[0], marks[1], marks[2], marks[3]))
