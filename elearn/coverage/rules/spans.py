"""Events by the day, by the month and by the year, so that a figure adds up few rows."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from elearn.coverage.rules.facts import Events, Ints


class Span(IntEnum):
    """How many days a row of events tells of: one, those of a month, those of a year."""

    DAY = 1
    MONTH = 2
    YEAR = 3


_UNITS = {Span.MONTH: "datetime64[M]", Span.YEAR: "datetime64[Y]"}


class Spanned(NamedTuple):
    """Events of all spans, in the order in which they are kept."""

    area_id: Ints
    span: Ints
    day: Ints
    in_post: Ints
    reached: Ints
    under_way: Ints
    new_in_post: Ints
    estimated: Ints


def spanned(events: Events) -> Spanned:
    """Return the events of each day, and their sums by month and year of each area."""
    parts = [
        _part(Span.DAY, events),
        *(_part(span, _summed(events, unit)) for span, unit in _UNITS.items()),
    ]
    whole = [np.concatenate(columns) for columns in zip(*parts, strict=True)]
    order = np.lexsort((whole[2], whole[1], whole[0]))
    return Spanned(*(column[order] for column in whole))


def _part(span: Span, events: Events) -> Spanned:
    one = np.full(events.day.size, int(span), np.int64)
    return Spanned(events.area_id, one, *events[1:])


def _summed(events: Events, unit: str) -> Events:
    """Return the sums of events whose days begin the same month or year; in order as they are."""
    if not events.day.size:
        return events
    begin = events.day.astype("datetime64[D]").astype(unit).astype("datetime64[D]")
    day = begin.astype(np.int64)
    is_new = np.ones(day.size, np.bool_)
    is_new[1:] = (np.diff(day) != 0) | (np.diff(events.area_id) != 0)
    starts = np.flatnonzero(is_new)
    sums = [np.add.reduceat(column, starts) for column in events[2:]]
    kept = np.any([column != 0 for column in sums], axis=0)
    return Events(events.area_id[starts][kept], day[starts][kept], *(one[kept] for one in sums))
