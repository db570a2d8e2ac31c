"""Days of very many owners at once: united, shared, taken off, without a loop over them.

The days of everybody lie on one line: each owner has a stretch of it to herself, in the order of
the keys, longer than the calendar. So what holds of intervals on a line holds for each owner, and
sorting the line sorts by owner and day. An owner is whatever has days: a person, a unit, an area,
a person in an area.
"""

from typing import NamedTuple

import numpy as np

from elearn.coverage.rules.facts import Dated, Flags, Ints
from elearn.db.days import UNKNOWN

_STRETCH_BITS = 22  # 4,194,304 days each; from the year 1 to the year 9999 there are 3,652,059.
_STRETCH = 1 << _STRETCH_BITS
_OWNERS = 1 << (63 - _STRETCH_BITS)


class Spells(NamedTuple):
    """Intervals on the line: the position of the first day, and of the day after the last.

    They are *in order* if one that begins later does not end earlier, and *united* if besides none
    touches the next.
    """

    start: Ints
    stop: Ints


class Pieces(NamedTuple):
    """Parts of spells, and of which spell each is a part."""

    of: Ints
    days: Spells


def position(owner: Ints, day: Ints | int) -> Ints:
    """Return where on the line a day of an owner lies.

    :raise OverflowError: if the keys of owners are too great for one line.
    """
    if owner.size and not 0 <= int(owner.min()) <= int(owner.max()) < _OWNERS:
        raise OverflowError("keys beyond what a line of days can hold")
    return np.asarray((owner << _STRETCH_BITS) + (day - UNKNOWN), np.int64)


def owner_at(place: Ints) -> Ints:
    """Return whose stretch of the line a position lies in."""
    return np.asarray(place >> _STRETCH_BITS, np.int64)


def day_at(place: Ints) -> Ints:
    """Return which day a position is."""
    return np.asarray((place & (_STRETCH - 1)) + UNKNOWN, np.int64)


def spells(owner: Ints, first: Ints, last: Ints) -> Spells:
    """Return days of owners as intervals of the line, in the order they are given in."""
    return Spells(position(owner, first), position(owner, last) + 1)


def moved(these: Spells, owner: Ints) -> Spells:
    """Return the same days, each spell on the stretch of another owner."""
    shift = (owner - owner_at(these.start)) << _STRETCH_BITS
    return Spells(these.start + shift, these.stop + shift)


def holds_on(these: Spells, day: int) -> Flags:
    """Return which of the spells have this day."""
    place = position(owner_at(these.start), day)
    return np.asarray((these.start <= place) & (place < these.stop), np.bool_)


def chosen(these: Spells, which: Ints | Flags) -> Spells:
    """Return some of the spells."""
    return Spells(these.start[which], these.stop[which])


def dated(these: Spells) -> Dated:
    """Return intervals of the line as days of owners."""
    return Dated(owner_at(these.start), day_at(these.start), day_at(these.stop - 1))


def distinct(numbers: Ints) -> Ints:
    """Return each number once, in order; by sorting, which is quicker here than by hashing."""
    ordered = np.sort(numbers)
    is_new = np.ones(ordered.size, np.bool_)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return np.asarray(ordered[is_new], np.int64)


def in_order(these: Spells) -> Spells:
    """Return the spells sorted by owner and day."""
    return chosen(these, np.argsort(these.start, kind="stable"))


def united(these: Spells) -> Spells:
    """Return the days that are in any of the spells, as few spells: none overlaps or touches."""
    if not these.start.size:
        return these
    start, stop = in_order(these)
    reach = np.maximum.accumulate(stop)
    is_new = np.concatenate(([True], start[1:] > reach[:-1]))
    is_end = np.concatenate((is_new[1:], [True]))
    return Spells(start[is_new], reach[is_end])


def overlaps(these: Spells, those: Spells) -> tuple[Ints, Ints]:
    """Return the pairs, one of these with one of those, that share a day; those are in order."""
    begin = np.searchsorted(those.stop, these.start, "right")
    end = np.searchsorted(those.start, these.stop, "left")
    number = np.maximum(end - begin, 0)
    this = np.repeat(np.arange(number.size), number)
    before = np.repeat(np.cumsum(number) - number, number)
    return this, np.arange(this.size) - before + begin[this]


def common(these: Spells, those: Spells) -> Pieces:
    """Return the parts of these that lie in those, which are in order."""
    this, that = overlaps(these, those)
    start = np.maximum(these.start[this], those.start[that])
    return Pieces(this, Spells(start, np.minimum(these.stop[this], those.stop[that])))


def without(these: Spells, those: Spells) -> Pieces:
    """Return the parts of these that lie in none of those, which are united."""
    return common(these, _between(those))


def _between(those: Spells) -> Spells:
    """Return the rest of the line."""
    line = np.iinfo(np.int64)
    return Spells(np.append(line.min, those.stop), np.append(those.start, line.max))


def first_days(these: Spells, number: int) -> Spells:
    """Return of each spell so many days, or all if it is shorter."""
    return Spells(these.start, np.minimum(these.stop, these.start + number))
