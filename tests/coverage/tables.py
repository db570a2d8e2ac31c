"""Columns from rows, for tests: facts and places as a reader writes them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from elearn.coverage.rules.facts import Dated, Events, Facts, Held, Places, Stays

Rows = Sequence[Sequence[Any]]


def columns(rows: Rows, width: int) -> list[Any]:
    """Return the columns of rows of integers."""
    return list(np.array(list(rows), np.int64).reshape(-1, width).T)


def facts(
    held: Rows = (),
    *,
    reached: Rows = (),
    under_way: Rows = (),
    turns: Rows = (),
    classes: Rows = (),
) -> Facts:
    """Make facts: tenures as (person, unit, first, last) that begin and end on their own."""
    whole = [row if len(row) == 6 else (*row, 1, 1) for row in held]
    dated = (Dated(*columns(rows, 3)) for rows in (reached, under_way, turns, classes))
    return Facts(Held(*columns(whole, 6)), *dated)


def stays(rows: Rows = (), estimated: Sequence[int] = ()) -> Stays:
    """Make stays: (key, first, last, (country, province, district, commune)).

    Those at the places named are estimates of the commune.
    """
    key, first, last = columns([row[:3] for row in rows], 3)
    areas = np.array([row[3] for row in rows], np.int64).reshape(-1, 4)
    doubt = np.zeros(areas.shape, np.bool_)
    doubt[list(estimated), 3] = True
    return Stays(key, first, last, areas, doubt)


def places(rows: Rows = (), estimated: Sequence[int] = ()) -> Places:
    """Make a map of units."""
    return Places(stays(rows, estimated), stays())


def figure(events: Events, area: int, day: int) -> dict[str, int]:
    """Return the figures of an area on a day, without those that are nought."""
    there = (events.area_id == area) & (events.day <= day)
    sums = zip(Events._fields[2:], (int(column[there].sum()) for column in events[2:]), strict=True)
    return {name: number for name, number in sums if number}
