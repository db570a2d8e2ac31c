"""Following the outbox: whoever is touched is counted anew, once, wherever she was counted."""

from datetime import date, timedelta

import numpy as np
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, clock, coverage, learning, people
from elearn.access import OPERATOR
from elearn.coverage.queries.builds import current_builds, events_in
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.ground import ground_of, sites_of
from elearn.coverage.queries.maps import Chart, drawn_maps
from elearn.coverage.rules.events import events_of
from elearn.coverage.rules.facts import Events, Places
from elearn.coverage.rules.sites import NOWHERE
from elearn.coverage.service import follow, held_cursor
from elearn.coverage.service.cursors import rewind
from elearn.db import Cursor, Seen, changed
from tests.make import classes as make_classes
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import NOW, area

HERE, THERE = "Xã Hưng Hà", "Xã Tiên La"


@pytest.fixture
def heads(db):
    return make.three_heads(db)


@pytest.fixture
def scheme(db, heads):
    (one,) = make.counted(db, make.scheme_of(make.indicator()))
    return one


def follow_all(db: Session) -> None:
    while follow(db, now=clock.now()):
        pass


def figure(db: Session, scheme: coverage.Scheme, place: str = HERE) -> tuple[int, int]:
    """Return how many are trained of how many, as it is stored."""
    within = "" if place.startswith("Tỉnh") else "Tỉnh Hưng Yên"
    key = area(db, place, within=within).id
    asked = coverage.Asked(scheme, key, "", make.DAY)
    (found,) = coverage.figures_of(db, asked, scheme.indicators, [key]).values()
    return found.reached, found.in_post


def is_as_counted_anew(db: Session, scheme: coverage.Scheme) -> bool:
    """Return whether every map holds what counting everything anew would give."""
    (one,) = scheme.indicators
    facts, ground, sites = facts_of(db, one), ground_of(db, None), sites_of(db, None)
    charts = {on.id: Chart(on, ground) for on in drawn_maps(db)}
    builds = [build for build in current_builds(db) if build.indicator_version_id == one.version_id]
    assert len(builds) == len(charts)
    return all(
        _rows(events_in(db, build.id))
        == _rows(events_of(facts, Places(charts[build.map_id].units(sites), NOWHERE), one))
        for build in builds
    )


def _rows(events: Events) -> list[list[int]]:
    rows = np.stack(events, axis=1)
    told: list[list[int]] = rows[rows[:, 2:].any(axis=1)].tolist()
    return told


def complete(db: Session, person: people.Person) -> None:
    version = make.programme(db, f"NV-{person.id}")
    done = learning.Achievement(
        person.id, version.id, date(2026, 3, 8), learning.CompletionForm.ONLINE
    )
    learning.complete(db, OPERATOR, done, now=clock.now())


def test_a_completion_is_counted_once_however_often_it_is_followed(db, heads, scheme):
    complete(db, heads[1])
    assert figure(db, scheme) == (1, 3)

    follow_all(db)
    changed(db, "person", heads[1].id, now=clock.now())
    follow_all(db)

    assert figure(db, scheme) == (2, 3)
    assert is_as_counted_anew(db, scheme)


def test_a_follower_that_is_killed_loses_nothing_and_counts_nothing_twice(db, heads, scheme):
    complete(db, heads[1])
    with db.begin_nested() as killed:
        assert follow(db, now=clock.now())
        killed.rollback()
    db.expire_all()
    assert figure(db, scheme) == (1, 3)

    follow_all(db)

    assert figure(db, scheme) == (2, 3)
    assert not follow(db, now=clock.now())


def test_two_entries_joined_and_parted_again_are_one_person_and_two(db, heads, scheme):
    people.merge(db, OPERATOR, heads[1], heads[0], now=clock.now())
    follow_all(db)
    assert figure(db, scheme) == (1, 2)
    assert is_as_counted_anew(db, scheme)

    join = db.scalars(select(people.PersonJoin)).one()
    people.undo_merge(db, OPERATOR, join, now=clock.now())
    follow_all(db)
    assert figure(db, scheme) == (1, 3)


def test_a_unit_that_moves_takes_along_everybody_of_whom_nobody_spoke(db, heads, scheme):
    unit = db.scalars(select(people.OrgUnit).order_by(people.OrgUnit.id.desc())).first()
    old = make.head(db, at=unit)
    changed(db, "person", old.id, now=clock.now())
    follow_all(db)
    there = areas.version_on(db, area(db, THERE, within="Tỉnh Hưng Yên").id, NOW)
    to = people.Relocation(there, date(2026, 1, 1))
    people.move_unit(db, OPERATOR, unit, to, now=clock.now())

    follow_all(db)

    told = [figure(db, scheme, name) for name in (HERE, THERE, "Tỉnh Hưng Yên")]
    assert told == [(1, 2), (0, 2), (1, 4)]
    assert is_as_counted_anew(db, scheme)
    today = coverage.map_of(db, coverage.MapKind.RESTATED, make.DAY)
    row = db.get_one(coverage.UnitOnMap, (today.id, unit.id))
    assert row.commune_id == there.area_id


def test_who_served_where_no_map_leads_is_counted_once_the_unit_has_a_place(db, heads):
    district = area(db, "Huyện Hưng Hà", day=date(2025, 6, 30))
    since, end = date(2020, 1, 1), date(2025, 6, 30)
    unit = roster.org_unit(db, "Nơi cũ", at=district, kind=people.UnitKind.BRANCH, since=since)
    left, _other = (make.head(db, name, at=unit) for name in ("Lê Thị Lan", "Lê Thị Cúc"))
    (scheme,) = make.counted(db, make.scheme_of(make.indicator()))
    db.scalars(select(people.OrgUnitPlace).filter_by(org_unit_id=unit.id)).one().valid_to = end
    there = area(db, HERE, within="Tỉnh Hưng Yên").id
    db.add(people.OrgUnitPlace(org_unit_id=unit.id, area_id=there, valid_from=roster.START))
    changed(db, "person", left.id, now=clock.now())

    follow_all(db)

    assert figure(db, scheme) == (1, 5)
    assert is_as_counted_anew(db, scheme)


def test_classes_are_counted_as_a_whole(db):
    one = make.indicator("union_officer", None, measure=coverage.Measure.CLASS)
    course = make_classes.course(db)
    db.add(make.tag(course.version.id))
    (scheme,) = make.counted(db, make.scheme_of(one))
    held = make_classes.training_class(db, course)
    changed(db, "class", held.id, now=clock.now())

    follow_all(db)

    assert figure(db, scheme, "Tỉnh Hưng Yên")[0] == 1


@pytest.mark.parametrize("kind", ["area_change", "posts"])
def test_after_borders_or_groups_change_everything_is_counted_anew(db, heads, scheme, kind):
    changed(db, kind, "1", now=clock.now())
    follow_all(db)
    assert not current_builds(db)

    make.counted(db, scheme)

    assert current_builds(db)


def test_what_was_written_while_a_build_was_read_is_followed_once_more(db, heads, scheme):
    complete(db, heads[1])
    follow_all(db)
    later = clock.now() + timedelta(minutes=1)
    make.counted(db, scheme)  # It reads how far the outbox is before it reads anything else.

    assert figure(db, scheme) == (2, 3)
    follow(db, now=later)
    assert figure(db, scheme) == (2, 3)
    assert is_as_counted_anew(db, scheme)


def test_what_was_committed_late_and_followed_meanwhile_is_followed_once_more(db, heads, scheme):
    now = clock.now()
    kept, last = held_cursor(db, now=now), Seen(7, now)
    kept.content = Cursor(last).as_json()

    rewind(db, Cursor(last, {5: now}), now=now)  # A build that knew not what 5 was.

    assert Cursor.read(kept.content) == Cursor(last, {5: now})
