"""Whom one sees: over all entries of a human being, and the same in a list as of one person."""

from datetime import date

import pytest
from sqlalchemy import select

from elearn import areas, people
from elearn.access import Actor, Grant, Role
from elearn.home.demo.country import Country, make_country
from elearn.people import Person, Turn
from tests.make import people as make
from tests.make.areas import BEFORE, NOW, area, path
from tests.make.people import KNOWN

PLACES = (
    ("Tỉnh Hưng Yên", NOW),
    ("Tỉnh Quảng Ninh", NOW),
    ("Tỉnh Thái Bình", BEFORE),
    ("Tỉnh Hưng Yên", BEFORE),
    ("Xã Hưng Hà", NOW),
    ("Huyện Hưng Hà", BEFORE),
)


def over(db, name, day=NOW):
    where = path(db, name, day=day)
    return Actor(None, (Grant(Role.ADMINISTRATOR, where, date(2020, 1, 1)),))


def listed(db, actor):
    """Return the keys of everybody in the list, page after page."""
    keys, turn = [], Turn()
    while True:
        page = people.people_page(db, actor, turn=turn, day=NOW)
        keys += [row.person.id for row in page.rows]
        if page.next_after is None:
            return keys
        turn = Turn(page.next_after)


def seen(db, actor):
    """Return the keys of the entries one may see, and those that stand for them."""
    rows = db.execute(
        select(Person.id, people.canonical_id()).where(people.visible_to(db, actor))
    ).all()
    return {key for key, _ in rows}, {whole for _, whole in rows}


@pytest.fixture
def old_commune(db):
    return area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)


def served(db, where, who=None, **values):
    unit = make.org_unit(db, at=where, since=date(2010, 1, 1))
    return make.tenure(db, who, at=unit, **values).person


def test_the_list_and_one_record_agree_all_over_a_country(db):
    list(make_country(db, Country(150, 7), now=KNOWN))
    everybody = db.scalars(select(Person).order_by(Person.id)).all()
    # Two who served far apart turn out to be one, and stand under the entry of the first.
    people.merge(db, Actor(None), everybody[-2], everybody[0], now=KNOWN)
    for person in everybody[10:14]:
        served(db, area(db), person, valid_from=date(2025, 8, 1))
    people.refresh_listing(db, [person.id for person in everybody])

    for name, day in PLACES:
        keys = listed(db, over(db, name, day))
        entries, wholes = seen(db, over(db, name, day))
        assert len(keys) == len(set(keys))
        assert set(keys) == wholes, name
        assert wholes <= entries


def test_who_sees_one_entry_of_a_human_being_sees_every_one(db, old_commune):
    here = served(db, old_commune)
    elsewhere = served(db, area(db, "Phường Hạ Long"))
    actor = over(db, "Xã Hưng Hà")
    assert not people.may_see(db, actor, elsewhere)

    people.merge(db, Actor(None), here, elsewhere, now=KNOWN)

    assert people.may_see(db, actor, elsewhere)
    assert people.may_see(db, actor, here)
    assert people.may_see(db, over(db, "Tỉnh Quảng Ninh"), here)


def test_oneself_is_seen_over_all_entries_of_oneself(db):
    one, other = make.person(db), make.person(db, "Nguyễn Thị Hưởng")
    people.merge(db, Actor(None), one, other, now=KNOWN)

    assert people.may_see(db, Actor(one.id), other)
    assert people.may_see(db, Actor(other.id), one)


def test_a_right_over_an_abolished_province_reaches_its_communes_and_no_more(db, old_commune):
    in_it = served(db, old_commune)
    in_its_heir = served(db, area(db, "Xã Hưng Hà"))
    beside = served(db, area(db, "Phường Phố Hiến"))
    actor = over(db, "Tỉnh Thái Bình", BEFORE)

    make.listed(db)

    assert len(areas.heirs_of(db, area(db, "Tỉnh Thái Bình", day=BEFORE).id, NOW)) == 65
    assert set(listed(db, actor)) == {in_it.id, in_its_heir.id}
    assert not people.may_see(db, actor, beside)


def test_the_staff_of_an_abolished_district_are_seen_by_the_province_and_no_commune(db):
    who = served(db, area(db, "Huyện Hưng Hà", day=BEFORE), valid_from=date(2019, 1, 1))

    assert people.may_see(db, over(db, "Tỉnh Hưng Yên"), who)
    assert not people.may_see(db, over(db, "Xã Hưng Hà"), who)
    assert not people.may_see(db, over(db, "Tỉnh Quảng Ninh"), who)


def test_whom_one_may_see_is_asked_with_one_query_and_the_list_with_eight(db, count_queries):
    who = served(db, area(db))
    make.listed(db)
    actor = over(db, "Tỉnh Hưng Yên")

    with count_queries() as asked_of_one:
        people.may_see(db, actor, who)
    with count_queries() as asked_of_all:
        people.people_page(db, actor, people.Filters("huong"), day=NOW)

    assert len(asked_of_one) <= 2
    assert len(asked_of_all) <= 8
