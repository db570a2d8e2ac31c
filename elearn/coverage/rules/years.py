"""Calendar years of days by their numbers."""

import numpy as np

from elearn.coverage.rules.facts import Ints
from elearn.coverage.rules.spells import position


def year_of(day: Ints) -> Ints:
    """Return in which year days lie, counted from 1970."""
    return day.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)


def last_of_year(day: Ints) -> Ints:
    """Return the 31 December of each day's year."""
    following = (year_of(day) + 1).astype("datetime64[Y]")
    return following.astype("datetime64[D]").astype(np.int64) - 1


def nth_of_year(person: Ints, day: Ints, kind: Ints, number: int) -> Ints:
    """Return the rows by which a person has done so many different kinds within a year.

    The first row of each kind in a year counts, in the order of days; the n-th of these is it.
    """
    order = np.argsort(position(person, day), kind="stable")
    year = _numbered(person[order], year_of(day[order]))
    names, of_kind = np.unique(kind[order], return_inverse=True)
    _, first = np.unique(year * max(names.size, 1) + of_kind, return_index=True)
    new = np.sort(first)
    begin = np.searchsorted(year[new], year[new], "left")
    nth = np.arange(new.size) - begin == number - 1
    return np.asarray(order[new[nth]], np.int64)


def _numbered(person: Ints, year: Ints) -> Ints:
    """Return numbers of the years of persons, one after another, for rows in that order."""
    is_new = (person[1:] != person[:-1]) | (year[1:] != year[:-1])
    return np.concatenate(([0], np.cumsum(is_new)))[: person.size]
