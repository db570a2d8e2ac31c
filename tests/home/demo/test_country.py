"""The invented country: the same each time, whole in itself, and only where nobody is yet."""

from collections import Counter
from datetime import UTC, date, datetime
from random import Random

import pytest
from sqlalchemy import func, select

from elearn import areas, people
from elearn.access import OPERATOR
from elearn.errors import Conflict
from elearn.home.demo.country import Country, country_of, make_country
from elearn.home.demo.country.ground import ground_of
from elearn.home.demo.country.names import names_of
from elearn.people import NewPerson, OrgUnitPlace, Person, Tenure, UnitKind
from tests.make import people as make

NOW = datetime(2026, 11, 21, tzinfo=UTC)
SMALL = Country(people=300, seed=1893)
OVER = date(2025, 6, 30)


@pytest.fixture
def country(db):
    return [str(message) for message in make_country(db, SMALL, now=NOW)]


def count(db, table):
    return db.scalar(select(func.count()).select_from(table))


def test_there_are_as_many_people_as_wanted_and_three_times_as_many_posts(db, country):
    assert count(db, Person) == SMALL.people
    assert count(db, Tenure) == 3 * SMALL.people
    assert country[-1] == "Xong: 300 người minh họa."
    assert country_of(db) == SMALL
    assert len(people.people_page(db, OPERATOR, day=NOW.date()).rows) == 50


def test_everything_is_kept_as_the_services_would_keep_it(db, country):
    for person in db.scalars(select(Person)):
        new = NewPerson(person.full_name, person.given_name, phone=person.phone or "")
        kept = {name: value for name, value in new.columns.items() if value is not None}
        assert {name: getattr(person, name) for name in kept} == kept


def test_names_of_all_peoples_are_kept_with_the_keys_they_would_be_given():
    chance = Random(1)  # The same names each time.
    for province in ("01", "14", "64", "66", "84", "94"):
        for number in range(60):
            name = names_of(chance, province, is_man=number % 3 == 0)
            columns = NewPerson(name.full, name.given).columns
            assert (name.folded, name.sort_key) == (columns["name_folded"], columns["sort_key"])
            assert name.full == columns["full_name"]


def test_bodies_of_areas_that_ended_ended_with_them_and_branches_went_on(db, country):
    ended = {unit.kind for unit in units(db) if unit.valid_to == OVER}
    branches = [unit for unit in units(db) if unit.kind is UnitKind.BRANCH]
    stays = Counter(db.scalars(select(OrgUnitPlace.org_unit_id)))

    assert UnitKind.UNION_DISTRICT in ended
    assert UnitKind.UNION_COMMUNE in ended
    assert all(unit.valid_to is None for unit in branches)
    assert max(stays[unit.id] for unit in branches) == 2


def units(db):
    return db.scalars(select(people.OrgUnit)).all()


def test_every_post_lies_within_the_days_of_its_body_and_of_what_stands_there(db, country):
    version, place = areas.AreaVersion, OrgUnitPlace
    rows = db.execute(select(Tenure, people.OrgUnit).join(Tenure.org_unit)).all()
    for tenure, unit in rows:
        assert unit.valid_from <= tenure.valid_from
        assert unit.valid_to is None or tenure.valid_to <= unit.valid_to
    standing = select(place.id).join(version, version.area_id == place.area_id)
    good = standing.where(version.valid_on(OVER) | (version.valid_from > OVER))
    assert set(db.scalars(select(place.id))) == set(db.scalars(good))


def test_a_second_time_nothing_changes_and_another_country_is_refused(db, country):
    assert "không có gì thay đổi" in next(map(str, make_country(db, SMALL, now=NOW)))
    with pytest.raises(Conflict, match="đã có 300 người"):
        list(make_country(db, Country(301, SMALL.seed), now=NOW))

    assert count(db, Person) == SMALL.people


def test_the_same_seed_makes_the_same_country(db, database):
    def made(seed):
        with database.writing() as session:
            list(make_country(session, Country(60, seed), now=NOW))
            names = session.scalars(select(Person.full_name).order_by(Person.id)).all()
            days = session.scalars(select(Tenure.valid_from).order_by(Tenure.id)).all()
            session.rollback()
        return names, days

    assert made(1) == made(1) != made(2)


def test_a_home_where_somebody_is_already_is_refused(db):
    make.person(db)

    with pytest.raises(Conflict, match="đã có 1 người"):
        list(make_country(db, SMALL, now=NOW))


def test_the_ground_is_that_of_both_maps(db):
    ground = ground_of(db)

    told = [ground.provinces, ground.districts, ground.communes]
    assert [len(one) for one in told] == [63, 696, 10_035]
    assert (len(ground.new_provinces), len(ground.new_communes)) == (34, 3_321)
