"""Which persons of a figure are in which state: a second way to count it, by names."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import aliased

from elearn import people
from elearn.areas import Level
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.days import day_before
from elearn.coverage.queries.holders import held, holders_in, holdings_of
from elearn.coverage.queries.reaching import reached, under_way
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.standing import Standing, Which


def persons_in(asked: Asked, one: Indicator, level: Level, which: Which) -> Select[people.Person]:
    """Return the persons of a figure of an area of the level who are in the state.

    All states together are the figure's denominator, and nobody is in two.
    """
    person, day = people.Person, asked.day
    found = select(person).where(person.id.in_(holders_in(asked, one, level)))
    has_reached = person.id.in_(reached(one, day))
    if which is Which.TRAINED:
        return found.where(has_reached)
    lacking = found.where(~has_reached)
    if which.standing is None:
        return lacking
    learns = person.id.in_(under_way(one, day))
    if which.standing is Standing.UNDER_WAY:
        return lacking.where(learns)
    is_new = _is_new(one, day)
    fresh = is_new if which.standing is Standing.NEW_IN_POST else ~is_new
    return lacking.where(~learns, fresh)


def _is_new(one: Indicator, day: date) -> ColumnElement[bool]:
    """Return the condition that a person in post on the day has not long been so, anywhere.

    She has not if there is a day, not longer ago, on which she held nothing; then there is one
    just before something began that bears upon it.
    """
    first = day - timedelta(days=one.new_within_days)
    return or_(*(gap.exists() for gap in _gaps(one, first, day)))


def _gaps(one: Indicator, first: date, day: date) -> Iterator[Select[Any]]:
    """Give the days before something began, from the first to the day, if she held nothing."""
    row, after = aliased(holdings_of(one)), first + timedelta(days=1)
    own = _own(row)
    began = own.where(row.valid_from.between(after, day))
    yield began.where(_held_nothing(one, day_before(row.valid_from)))
    if one.exclusion:
        left = aliased(people.UnitExclusion)
        back = own.join(left, left.org_unit_id == row.org_unit_id).where(
            left.superseded_at.is_(None), left.valid_to.between(first, day - timedelta(days=1))
        )
        yield back.where(_held_nothing(one, left.valid_to))
        if first <= one.exclusion.last < day:
            yield own.where(_held_nothing(one, one.exclusion.last))
    if not one.planned_for:
        belongs = aliased(people.PostGroup)
        opened = own.join(belongs, belongs.post_key == row.post_key).where(
            belongs.group_key == one.group, belongs.valid_from.between(after, day)
        )
        yield opened.where(_held_nothing(one, day_before(belongs.valid_from)))


def _own(row: Any) -> Select[Any]:
    entry = aliased(people.Person)
    own = select(row.id).join(entry, entry.id == row.person_id)
    return own.where(row.superseded_at.is_(None), _is_hers(entry)).correlate(people.Person)


def _held_nothing(one: Indicator, day: Any) -> ColumnElement[bool]:
    entry, rows = aliased(people.Person), held(one, day)
    own = rows.join(entry, entry.id == rows.selected_columns.person_id)
    return ~own.where(_is_hers(entry)).correlate_except(entry).exists()


def _is_hers(entry: Any) -> ColumnElement[bool]:
    """Return the condition that an entry is one of the person's, each way of it by an index."""
    return or_(entry.id == people.Person.id, entry.same_as_id == people.Person.id)
