"""Who held the posts of a group, in which unit, on which days."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Select, case, literal, select

from elearn import people
from elearn.coverage.queries.facts.reading import Reading, known, last_day
from elearn.coverage.rules.facts import Held, Ints
from elearn.coverage.rules.measures import Measure
from elearn.coverage.rules.spells import day_at, spells, united, without
from elearn.coverage.rules.turnover import NO_REASON, REASONS
from elearn.db.arrays import columns
from elearn.db.days import FOREVER, UNKNOWN, day_number, number_of_day

#: The days on which each post puts its holders into the group: numbers, both included.
Spans = dict[str, list[tuple[int, int]]]


def held(reading: Reading) -> Held:
    """Return the days on which people held the group, less those that are left out."""
    planned_for = reading.indicator.planned_for
    spans = {planned_for: [(UNKNOWN, FOREVER)]} if planned_for else _spans(reading)
    table = people.PlannedPost if planned_for else people.Tenure
    asked = _tenures(reading, table, list(spans))
    rows = reading.columns(asked, table.person_id)
    return _counted(reading, _within(rows, list(spans.values())))


def _spans(reading: Reading) -> Spans:
    belongs, indicator = people.PostGroup, reading.indicator
    asked = (
        select(belongs.post_key, belongs.valid_from, belongs.valid_to)
        .join(people.Post, people.Post.key == belongs.post_key)
        .where(belongs.group_key == indicator.group)
        .order_by(belongs.id)
    )
    if indicator.level is not None:
        asked = asked.where(people.Post.level == indicator.level)
    spans: Spans = defaultdict(list)
    for post, first, last in reading.db.execute(asked):
        spans[post].append((day_number(first), day_number(last) if last else FOREVER))
    return spans


def _tenures(
    reading: Reading, table: type[people.Tenure | people.PlannedPost], posts: Sequence[str]
) -> Select[*tuple[Any, ...]]:
    """Ask for person, unit, days, post by its place in the list, and why the tenure ended."""
    post = case({key: place for place, key in enumerate(posts)}, value=table.post_key)
    reason: Any = literal(NO_REASON)
    if reading.indicator.measure is Measure.TURNOVER and issubclass(table, people.Tenure):
        reason = case(REASONS, value=table.end_reason, else_=NO_REASON)
    return select(
        table.person_id,
        table.org_unit_id,
        number_of_day(table.valid_from),
        last_day(table.valid_to),
        post if posts else literal(0),
        reason,
    ).where(_in_these(reading, table).in_(posts), known(table, reading.knowledge.people_at))


def _in_these(reading: Reading, table: type[people.Tenure | people.PlannedPost]) -> Any:
    """Return the column of posts; of some persons so that the index leads to persons, not posts."""
    return table.post_key if reading.only is None else table.post_key + ""


def _within(rows: Sequence[Ints], spans: Iterable[Sequence[tuple[int, int]]]) -> list[Held]:
    """Return tenures cut to the days on which their post counts, by post and span."""
    post = rows[4]
    return [
        _cut([column[post == place] for column in rows], first, last)
        for place, of_post in enumerate(spans)
        for first, last in of_post
    ]


def _cut(rows: Sequence[Ints], first: int, last: int) -> Held:
    """Return tenures cut to some days, and which of them begin and end on their own."""
    person, unit, begin, end, _, reason = rows
    found = Held(
        person,
        unit,
        np.maximum(begin, first),
        np.minimum(end, last),
        (begin >= first).astype(np.int64),
        np.where((end <= last) & (end < FOREVER), reason, 0),
    )
    return chosen(found, found.first <= found.last)


def chosen(rows: Held, which: Any) -> Held:
    """Return some of the rows."""
    return Held(*(column[which] for column in rows))


def _counted(reading: Reading, parts: Sequence[Held]) -> Held:
    nothing = Held(*(np.empty(0, np.int64) for _ in Held._fields))
    rows = Held(*map(np.concatenate, zip(nothing, *parts, strict=True)))
    excluded = _excluded(reading)
    return rows if excluded is None else _less(rows, *excluded)


def _excluded(reading: Reading) -> tuple[Ints, Ints, Ints] | None:
    """Return the units left out, and on which days; nothing if they are counted."""
    exclusion, row = reading.indicator.exclusion, people.UnitExclusion
    if exclusion is None:
        return None
    asked = select(row.org_unit_id, number_of_day(row.valid_from), last_day(row.valid_to))
    unit, first, last = columns(
        reading.db, asked.where(known(row, reading.knowledge.exclusions_at))
    )
    first = np.maximum(first, day_number(exclusion.first))
    last = np.minimum(last, day_number(exclusion.last))
    counts = first <= last
    return unit[counts], first[counts], last[counts]


def _less(rows: Held, unit: Ints, first: Ints, last: Ints) -> Held:
    """Return the rows without the days on which their units are left out."""
    left = without(spells(rows.unit, rows.first, rows.last), united(spells(unit, first, last)))
    first, last = day_at(left.days.start), day_at(left.days.stop - 1)
    of = chosen(rows, left.of)
    begins = of.begins * (first == of.first)
    return of._replace(first=first, last=last, begins=begins, ends=of.ends * (last == of.last))
