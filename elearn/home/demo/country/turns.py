"""Who completes something on which day: drawn by chance from the posts people hold.

A turn falls into days on which its person holds a post, some weeks after she took it up; more of
them into the months of campaigns. Some never come, others come often; nobody comes every year.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Self

import numpy as np
from numpy.random import Generator

from elearn.home.demo.country.careers import TODAY
from elearn.home.demo.country.offers import LISTED, Floats, Ints, Offers

FIRST_YEAR = 2019
FIRST = date(FIRST_YEAR, 1, 1).toordinal()
LAST = TODAY.toordinal()
_YEARS = range(FIRST_YEAR, TODAY.year + 1)
_SETTLING_IN = 30  # Days in a new post before the first turn.
_TOO_MANY = 1.1, 50  # Drawn beyond what is wanted, for those that fall on one day of one person.


@dataclass(frozen=True, slots=True)
class Held:
    """Posts of some persons as columns: whose and which, by number, from which day to which."""

    person: Ints
    post: Ints
    first: Ints
    last: Ints
    #: Its place among the tenures.
    tenure: Ints

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, int, int]]) -> Self:
        person, post, first, last = np.array(rows, dtype=np.int64).reshape(-1, 4).T
        return cls(person, post, first, last, np.arange(person.size))

    def taken(self, which: Ints) -> Self:
        return type(self)(*(getattr(self, one.name)[which] for one in fields(self)))


@dataclass(frozen=True, slots=True)
class Turns:
    """Turns as columns, in the order of persons and days."""

    person: Ints
    post: Ints
    tenure: Ints
    day: Ints

    def taken(self, which: Ints) -> Self:
        return type(self)(*(getattr(self, one.name)[which] for one in fields(self)))


def _weights() -> Floats:
    """Return for each day since the first how many turns fall before it, by shares."""
    days = [date.fromordinal(number) for number in range(FIRST, LAST + 1)]
    weights = [LISTED["years"][day.year] * LISTED["months"][day.month - 1] for day in days]
    return np.concatenate([[0.0], np.cumsum(weights, dtype=float)])


_BEFORE = _weights()


def turns_of(chance: Generator, offers: Offers, held: Held, count: int) -> Turns:
    """Return so many turns of the holders, or none where nobody of them can come."""
    spans, weights = _spans(chance, offers, held)
    sums = np.cumsum(weights)
    if count == 0 or not sums.size or sums[-1] == 0:
        nothing = np.zeros(0, dtype=np.int64)
        return Turns(nothing, nothing, nothing, nothing)
    share, more = _TOO_MANY
    drawn = np.sort(chance.random(int(count * share) + more)) * sums[-1]
    found = spans.taken(np.searchsorted(sums, drawn, side="right"))
    first, last = _BEFORE[found.first - FIRST], _BEFORE[found.last - FIRST + 1]
    wanted = first + chance.random(first.size) * (last - first)
    days = FIRST + np.searchsorted(_BEFORE, wanted, side="right") - 1
    return _so_many(chance, Turns(found.person, found.post, found.tenure, days), count)


def _spans(chance: Generator, offers: Offers, held: Held) -> tuple[Held, Floats]:
    """Return the posts cut by years, in the order of persons, and the weight of each part."""
    parts, weights = [], []
    persons = int(held.person.max(initial=-1)) + 1
    keenness, luck = chance.gamma(4, size=persons), chance.random(persons)
    for year in _YEARS:
        first = np.maximum(held.first + _SETTLING_IN, date(year, 1, 1).toordinal())
        last = np.minimum(held.last, min(date(year, 12, 31).toordinal(), LAST))
        comes = chance.random(persons) < LISTED["in_a_year"] / 100
        comes_at_all = luck[held.person] >= offers.never[held.post]
        which = np.flatnonzero((first <= last) & comes[held.person] & comes_at_all)
        part = replace(held, first=first, last=last).taken(which)
        parts.append(part)
        weights.append(
            keenness[part.person] * (_BEFORE[part.last - FIRST + 1] - _BEFORE[part.first - FIRST])
        )
    every = Held(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Held)))
    order = np.argsort(every.person, kind="stable")
    return every.taken(order), np.concatenate(weights)[order]


def _so_many(chance: Generator, turns: Turns, count: int) -> Turns:
    """Return so many of them, no two of one person on one day."""
    _, which = np.unique(turns.person * (LAST + 1) + turns.day, return_index=True)
    if which.size > count:
        which = which[np.sort(chance.choice(which.size, count, replace=False))]
    return turns.taken(which)
