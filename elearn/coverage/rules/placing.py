"""Who was in post in which areas: facts laid on a map, and united."""

from typing import NamedTuple

import numpy as np

from elearn.coverage.rules.facts import Flags, Held, Ints, Stays
from elearn.coverage.rules.spells import (
    Spells,
    chosen,
    moved,
    overlaps,
    owner_at,
    spells,
    united,
)

#: The columns of `Stays.areas`: country, province, district, commune.
LEVELS = range(4)


class Placed(NamedTuple):
    """Holdings cut where their unit moved or a border did: one row a part that stands in one place.

    `held` and `stay` are the rows of what it is a part of.
    """

    held: Ints
    stay: Ints
    person: Ints
    first: Ints
    last: Ints
    on: Stays


class Present(NamedTuple):
    """When persons were in post in the areas of a level: no two spells of one person in one area.

    `days` lie on the line of persons. `pairs` are the same days on the line of pairs, person and
    area; on it lie `parts`, the placed rows they were united from.
    """

    area: Ints
    days: Spells
    pairs: Spells
    parts: Spells
    rows: Ints


def placed(held: Held, stays: Stays) -> Placed:
    """Return when whose unit stood where."""
    of, at = met(held.unit, held.first, held.last, stays)
    first = np.maximum(held.first[of], stays.first[at])
    last = np.minimum(held.last[of], stays.last[at])
    return Placed(of, at, held.person[of], first, last, stays)


def met(key: Ints, first: Ints, last: Ints, stays: Stays) -> tuple[Ints, Ints]:
    """Return the pairs, days of a unit or area and a stay of it, that share a day.

    What has a place has one at a time.
    """
    stood = spells(stays.key, stays.first, stays.last)
    order = np.argsort(stood.start, kind="stable")
    of, at = overlaps(spells(key, first, last), chosen(stood, order))
    return of, order[at]


def present(parts: Placed, level: int, *, only_exact: bool = False) -> Present:
    """Return who was in post in the areas of a level; if wanted, only where that is certain."""
    rows = np.flatnonzero(_stands(parts, level, only_exact=only_exact))
    areas, column = np.unique(parts.on.areas[:, level], return_inverse=True)
    pair = parts.person[rows] * areas.size + column[parts.stay[rows]]
    own = spells(pair, parts.first[rows], parts.last[rows])
    pairs = united(own)
    person, area = np.divmod(owner_at(pairs.start), areas.size or 1)
    return Present(areas[area], moved(pairs, person), pairs, own, rows)


def _stands(parts: Placed, level: int, *, only_exact: bool) -> Flags:
    counts = parts.on.areas[:, level] >= 0
    if only_exact:
        counts &= ~parts.on.estimated[:, level]
    return np.asarray(counts[parts.stay], np.bool_)
