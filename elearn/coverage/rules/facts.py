"""Columns of what is counted: facts of persons, where units stood, and the events they make.

A column holds one integer a row; the columns of a table are of one length. Days are numbers since
1 January 1970, the last day is included, and what has no end lasts to `FOREVER`.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Held(NamedTuple):
    """Days on which persons hold the group's posts, one row a tenure or a part of one."""

    person: Ints
    unit: Ints
    first: Ints
    last: Ints
    #: 1 where the tenure itself begins on the first day; 0 where it was cut there.
    begins: Ints
    #: 0 where the tenure does not end on the last day; 1 where it does, 2… for which reason.
    ends: Ints


class Dated(NamedTuple):
    """Days of something that belongs to a person or, of classes, to an area."""

    owner: Ints
    first: Ints
    last: Ints


#: No days of nobody.
NO_DAYS = Dated(*(np.empty(0, np.int64) for _ in Dated._fields))


@dataclass(frozen=True, slots=True)
class Facts:
    """All that an indicator asks of the persons who ever held its group, or of classes."""

    held: Held
    #: Days on which a person has reached what is asked; none of them overlap.
    reached: Dated
    #: Days in a class that leads there.
    under_way: Dated
    #: Completions counted as turns: on their day, as often as there are.
    turns: Dated
    #: Classes by their area, on the day they begin.
    classes: Dated


class Stays(NamedTuple):
    """Where units, or areas, stand on a map: from when to when, and in which areas.

    `areas` and `estimated` have four columns: country, province, district, commune; −1 is none.
    """

    key: Ints
    first: Ints
    last: Ints
    areas: Ints
    estimated: Flags


@dataclass(frozen=True, slots=True)
class Places:
    """A map: where every unit stands, and, for classes, where every area lies."""

    units: Stays
    areas: Stays


class Events(NamedTuple):
    """By how much the figures of an area change on a day; one row an area and day, in order."""

    area_id: Ints
    day: Ints
    in_post: Ints
    reached: Ints
    under_way: Ints
    new_in_post: Ints
    estimated: Ints
