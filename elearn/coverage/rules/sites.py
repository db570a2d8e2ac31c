"""Where units stand on a map: by the borders of each day, or for all days by those of an era."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from elearn.coverage.rules.eras import Era
from elearn.coverage.rules.facts import Flags, Ints, Stays
from elearn.db.days import FOREVER, UNKNOWN

_NONE = np.empty(0, np.int64)
#: Of no unit where it stands.
NOWHERE = Stays(_NONE, _NONE, _NONE, np.empty((0, 4), np.int64), np.empty((0, 4), np.bool_))


class Sites(NamedTuple):
    """The areas in which units, or whatever has a key, stood on some days."""

    key: Ints
    area: Ints
    first: Ints
    last: Ints


class Lie(NamedTuple):
    """The areas in which areas lay on some days; `areas` has a column a level, −1 is none."""

    area: Ints
    first: Ints
    last: Ints
    areas: Ints


def as_it_was(sites: Sites, lie: Lie) -> Stays:
    """Return where units stood on each day, by the borders of that day."""
    order = np.argsort(lie.area, kind="stable")
    begin = np.searchsorted(lie.area, sites.area, "left", sorter=order)
    number = np.searchsorted(lie.area, sites.area, "right", sorter=order) - begin
    site = np.repeat(np.arange(number.size), number)
    before = np.repeat(np.cumsum(number) - number, number)
    version = order[np.arange(site.size) - before + begin[site]]
    first = np.maximum(sites.first[site], lie.first[version])
    last = np.minimum(sites.last[site], lie.last[version])
    shared = first <= last
    areas = lie.areas[version[shared]]
    estimated = np.zeros(areas.shape, np.bool_)
    return _parted(Stays(sites.key[site[shared]], first[shared], last[shared], areas, estimated))


def _parted(stays: Stays) -> Stays:
    """Return the same in order: stays of one unit share all of their days, or none.

    A unit that stood in two areas at once is counted in both.
    """
    order = np.lexsort((stays.last, stays.first, stays.key))
    ordered = stays_chosen(stays, order)
    key, first, last = ordered[:3]
    shares = (key[1:] == key[:-1]) & (first[1:] <= last[:-1])
    if not shares.any():
        return ordered
    twice = np.isin(key, key[1:][shares])
    rows = [
        part
        for one in np.unique(key[twice])
        for part in _parts(ordered, np.flatnonzero(key == one))
    ]
    of, begin, end = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    cut = stays_chosen(ordered, of)._replace(first=begin, last=end)
    return stays_joined(stays_chosen(ordered, ~twice), cut)


def stays_chosen(stays: Stays, which: Ints | Flags) -> Stays:
    """Return some rows of where units stand."""
    days = stays.key[which], stays.first[which], stays.last[which]
    return Stays(*days, stays.areas[which], stays.estimated[which])


def stays_joined(one: Stays, other: Stays) -> Stays:
    """Return the rows of both."""
    return Stays(
        np.concatenate((one.key, other.key)),
        np.concatenate((one.first, other.first)),
        np.concatenate((one.last, other.last)),
        np.concatenate((one.areas, other.areas)),
        np.concatenate((one.estimated, other.estimated)),
    )


def _parts(stays: Stays, rows: Ints) -> Iterator[tuple[int, int, int]]:
    """Give the stays of one unit, cut where any of them begins or has ended."""
    edges = np.unique(np.concatenate((stays.first[rows], stays.last[rows] + 1)))
    for begin, after in pairwise(edges.tolist()):
        for row in rows[(stays.first[rows] <= begin) & (begin <= stays.last[rows])]:
            yield int(row), begin, after - 1


def restated(sites: Sites, era: Era, first: int, last: int) -> Stays:
    """Return where each unit stands by the borders of an era, on all days: in one area, or none."""
    chosen = _starts(sites, first, last)
    areas, column = np.unique(chosen.area, return_inverse=True)
    told, marks, is_there = era.spots_of(areas)
    stands = is_there[column]
    return _for_ever(chosen.key[stands], told[column][stands], marks[column][stands])


def _for_ever(key: Ints, areas: Ints, estimated: Flags) -> Stays:
    ever = np.ones(key.size, np.int64)
    return Stays(key, ever * UNKNOWN, ever * FOREVER, areas, estimated)


def _starts(sites: Sites, first: int, last: int) -> Sites:
    """Return one row a unit: its last site in the era, else its last before, else the next."""
    is_before, is_after = sites.last < first, sites.first > last
    rank = np.where(is_after, 2, np.where(is_before, 1, 0))
    nearest = np.where(is_after, sites.first, -sites.first)
    order = np.lexsort((nearest, rank, sites.key))
    is_new = np.diff(sites.key[order], prepend=-1) != 0
    return Sites(*(column[order[is_new]] for column in sites))
