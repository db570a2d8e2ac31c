"""Who takes part in the classes of the country: part of what people completed, and some not yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.random import Generator

from elearn.classes import Result
from elearn.home.demo.country.completions import Completed
from elearn.home.demo.country.courses import Courses
from elearn.home.demo.country.offers import POSTS, Ints, Offers
from elearn.home.demo.country.turns import FIRST_YEAR, LAST, Held

_YEARS = range(FIRST_YEAR, 2026)
_MONTH = 10  # Of what is completed in October, part is completed in a class.
_LEAST, _MOST = 5, 60
_OPEN_NOW = {"branch_head": "NV-CHI", "commune_union_chair": "NV-XA"}
_OPEN_DAYS = date(2026, 9, 15), date(2026, 12, 15)
#: The shares of those in post now who are in an open class: of who never came, and of the others.
_NEW, _AGAIN = 0.15, 0.02
_NOTHING_YET = (None, None, None)


@dataclass(frozen=True, slots=True)
class Some:
    """People who are made together: the first keys of theirs, and whose provinces, by number."""

    first_person: int
    first_tenure: int
    first_completion: int
    provinces: Ints

    def keys(self, person: Any, tenure: Any) -> tuple[int, int]:
        return self.first_person + int(person), self.first_tenure + int(tenure)


def hold_closed(courses: Courses, offers: Offers, done: Completed, some: Some) -> None:
    """Hold a class a province, programme and autumn for part of what was completed."""
    for year in _YEARS:
        first, last = date(year, _MONTH, 1), date(year, _MONTH, 31)
        there = (done.day >= first.toordinal()) & (done.day <= last.toordinal())
        which = np.flatnonzero(there & ~done.is_by_paper & ~done.is_taken_back)
        kinds = some.provinces[done.person[which]] * len(offers.all) + done.programme[which]
        for kind, group in _groups(which, kinds):
            people = group[np.unique(done.person[group], return_index=True)[1]][:_MOST]
            if people.size >= _LEAST:
                province, programme = divmod(kind, len(offers.all))
                turns = [_completed(done, some, int(one)) for one in people]
                courses.hold(offers.all[programme], province, (first, last), turns)


def _completed(done: Completed, some: Some, one: int) -> tuple[Any, ...]:
    day = date.fromordinal(int(done.day[one])).isoformat()
    keys = some.keys(done.person[one], done.tenure[one])
    return *keys, Result.COMPLETED.value, day, some.first_completion + one


def hold_open(  # noqa: PLR0913  # Chance, what is offered, who is there and what they did.
    courses: Courses, chance: Generator, offers: Offers, held: Held, done: Completed, some: Some
) -> None:
    """Hold classes that are open now for part of those in post, most of them for the first time."""
    came = np.zeros(some.provinces.size, dtype=bool)
    came[done.person] = True
    share = np.where(came[held.person], _AGAIN, _NEW)
    is_drawn = (chance.random(held.person.size) < share) & (held.last > LAST) & (held.first < LAST)
    for post, code in _OPEN_NOW.items():
        offer = next(one for one in offers.all if one.code == code)
        which = np.flatnonzero(is_drawn & (held.post == POSTS[post]))
        for province, group in _groups(which, some.provinces[held.person[which]]):
            for begin in range(0, group.size, _MOST):
                people = group[begin : begin + _MOST]
                keys = [some.keys(held.person[one], held.tenure[one]) for one in people]
                turns = [(*pair, *_NOTHING_YET) for pair in keys]
                courses.hold(offer, province, _OPEN_DAYS, turns)


def _groups(which: Ints, kinds: Ints) -> Iterator[tuple[int, Ints]]:
    """Yield each kind with those of it, in their order."""
    order = np.argsort(kinds, kind="stable")
    found, begins = np.unique(kinds[order], return_index=True)
    yield from zip(found.tolist(), np.split(which[order], begins[1:]), strict=False)
