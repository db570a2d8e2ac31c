"""Which names of a list somebody may know, by the borders of another day."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from elearn import people
from elearn.access import Actor, Grant, Role
from elearn.coverage import Borders, Geography, Which
from elearn.coverage.queries import names_asked
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import BEFORE, area, path

SUCCESSORS = replace(
    make.indicator("commune_union_chair_successor"), planned_for="commune_union_chair"
)
TODAY = Geography(Borders.TODAY, make.DAY)


@pytest.fixture
def planned(db):
    """Somebody planned for a chair in Xã Hưng Hà who serves in Quảng Ninh alone."""
    found = roster.person(db, "Đỗ Thị Lan")
    union = roster.org_unit(db, "Hội LHPN phường", at=area(db, "Phường Hạ Long"))
    roster.tenure(db, found, at=union)
    return roster.planned(db, found).person


@pytest.fixture
def names(db, planned):
    """`names("Tỉnh Hưng Yên")` tells whether an inspector there may know her name, and open her."""

    def names(place, one=SUCCESSORS, geography=TODAY):
        grant = Grant(Role.INSPECTOR, path(db, place), BEFORE)
        asked = names_asked(db, Actor(None, (grant,)), Which.NEVER, one, geography)
        return tuple(
            None if condition is None else planned.id in _found(db, condition)
            for condition in (asked.seen, asked.opened)
        )

    return names


def _found(db, condition):
    return set(db.scalars(select(people.Person.id).where(condition)))


def test_who_is_planned_here_is_named_here_though_she_serves_elsewhere(names):
    assert names("Tỉnh Hưng Yên") == (True, False)
    assert names("Xã Hưng Hà") == (True, False)


def test_where_she_serves_her_record_opens_and_a_stranger_knows_nothing(names):
    assert names("Tỉnh Quảng Ninh") == (True, True)
    assert names("Tỉnh Cao Bằng") == (False, False)


def test_of_those_who_hold_a_post_only_they_who_serve_are_named(names):
    assert names("Tỉnh Hưng Yên", make.indicator()) == (False, None)


def test_who_was_given_what_is_no_more_opens_only_whom_she_sees_in_what_it_became(db, planned):
    own = roster.tenure(db).person
    given = area(db, "Tỉnh Thái Bình", day=BEFORE)
    grant = Grant(Role.INSPECTOR, path(db, "Xã Hưng Hà"), BEFORE, ended_area_id=given.id)
    then = Geography(Borders.AS_IT_WAS, BEFORE)

    asked = names_asked(db, Actor(None, (grant,)), Which.NEVER, make.indicator(), then)

    assert asked.seen is None
    assert {own.id, planned.id} & _found(db, asked.opened) == {own.id}


def test_by_the_borders_of_the_day_all_are_named(names):
    as_it_was = Geography(Borders.AS_IT_WAS, make.DAY)

    assert names("Tỉnh Hưng Yên", SUCCESSORS, as_it_was) == (None, False)
    assert names("Tỉnh Hưng Yên", make.indicator(), as_it_was) == (None, None)
