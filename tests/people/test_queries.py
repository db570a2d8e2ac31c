"""Whom one sees, and what is told of the posts held."""

from datetime import date

import pytest

from elearn import people
from elearn.access import Actor, Grant, Role
from elearn.people import Filters, Turn, UnitKind
from elearn.people.models import OrgUnitPlace
from tests.make import people as make
from tests.make.areas import BEFORE, NOW, area, path


def acting(db, place, role=Role.ADMINISTRATOR, person_id=None):
    where = path(db, place) if place != "Việt Nam" else f"/{area(db, 'Việt Nam').id}/"
    return Actor(person_id, (Grant(role, where, date(2025, 7, 1)),))


@pytest.mark.parametrize(
    ("place", "role", "sees"),
    [
        ("Tỉnh Hưng Yên", Role.ADMINISTRATOR, True),
        ("Xã Hưng Hà", Role.INSPECTOR, True),
        ("Việt Nam", Role.CENTRAL, True),
        ("Tỉnh Quảng Ninh", Role.ADMINISTRATOR, False),
        ("Tỉnh Hưng Yên", Role.LEARNER, False),
        ("Tỉnh Hưng Yên", Role.INSTRUCTOR, False),
    ],
)
def test_whoever_administers_or_inspects_the_place_sees_the_person(db, place, role, sees):
    who = make.tenure(db).person

    assert people.may_see(db, acting(db, place, role), who) is sees
    make.listed(db)
    assert bool(people.people_page(db, acting(db, place, role), day=NOW).rows) is sees


def test_everybody_sees_oneself_and_nobody_sees_nothing(db):
    who = make.person(db)

    assert people.may_see(db, Actor(who.id), who)
    assert not people.may_see(db, Actor(None), who)


def test_who_served_only_in_what_passed_into_the_province_is_seen(db):
    old = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)
    unit = make.org_unit(db, at=old, since=date(2018, 1, 1))
    who = make.tenure(db, at=unit, valid_from=date(2019, 1, 1), valid_to=date(2021, 1, 1)).person

    assert people.may_see(db, acting(db, "Tỉnh Hưng Yên"), who)
    assert people.may_see(db, acting(db, "Xã Hưng Hà"), who)
    assert not people.may_see(db, acting(db, "Phường Phố Hiến"), who)


@pytest.mark.parametrize("typed", ["hường", "huong nguyen", "NGUYEN", "0912 345", "345.678"])
def test_people_are_found_by_any_part_of_name_or_telephone(db, typed):
    make.person(db, "Trần Văn Đào", phone="0987654321")
    make.person(db, phone="0912345678")

    make.listed(db)

    page = people.people_page(db, acting(db, "Việt Nam"), Filters(typed), day=NOW)

    assert [row.person.full_name for row in page.rows] == ["Nguyễn Thị Hường"]


@pytest.mark.parametrize("typed", ["", "  "])
def test_typing_nothing_lists_those_without_a_telephone_too(db, typed):
    make.person(db, phone="")

    make.listed(db)

    page = people.people_page(db, acting(db, "Việt Nam"), Filters(typed), day=NOW)

    assert len(page.rows) == 1


@pytest.mark.parametrize("typed", ["%", "_", "\\"])
def test_signs_of_a_pattern_are_only_signs(db, typed):
    make.person(db)

    make.listed(db)

    assert people.people_page(db, acting(db, "Việt Nam"), Filters(typed), day=NOW).rows == ()


def test_pages_follow_one_another_without_gap_or_repetition(db):
    unit = make.org_unit(db)
    for number in range(people.queries.listing.PAGE + 5):
        make.tenure(db, make.person(db, f"Lê Thị {'ABCĐE'[number % 5]}n"), at=unit)
    actor = acting(db, "Xã Hưng Hà")
    make.listed(db)

    first = people.people_page(db, actor, day=NOW)
    second = people.people_page(db, actor, turn=Turn(first.next_after), day=NOW)

    rows = [row.person for row in (*first.rows, *second.rows)]
    assert (len(first.rows), len(second.rows), second.next_after) == (50, 5, None)
    assert rows == sorted(rows, key=lambda person: (person.sort_key, person.id))
    assert len({person.id for person in rows}) == 55


def test_a_branch_that_moved_is_told_where_it_stood_at_the_time(db):
    old = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)
    branch = make.org_unit(db, "Chi hội thôn Đồng", at=old, kind=UnitKind.BRANCH, since=BEFORE)
    first = db.query(OrgUnitPlace).filter_by(org_unit_id=branch.id).one()
    first.valid_to = BEFORE
    moved = OrgUnitPlace(org_unit_id=branch.id, area_id=area(db).id, valid_from=date(2025, 7, 1))
    db.add(moved)
    db.flush()
    who = make.tenure(db, at=branch, post="branch_head", valid_from=BEFORE).person

    def told(day):
        return people.terms_of(db, [who.id], day=day)[who.id][0].place

    assert told(NOW) == "xã Hưng Hà, tỉnh Hưng Yên"
    assert told(BEFORE) == "xã Minh Khai, huyện Hưng Hà, tỉnh Thái Bình"


def test_tenures_of_a_day_are_narrowed_by_post_and_place(db):
    tenure = make.tenure(db)
    here, there = path(db, "Tỉnh Hưng Yên"), path(db, "Tỉnh Quảng Ninh")

    assert people.tenures_on(db, NOW, posts=["commune_union_chair"], paths=[here]) == [tenure]
    assert people.tenures_on(db, NOW, posts=["branch_head"], paths=[here]) == []
    assert people.tenures_on(db, NOW, paths=[there]) == []


def test_a_family_that_shares_a_telephone_is_found_whole(db):
    mother, daughter = (make.person(db, n, phone="0912345678") for n in ("Lê Thị Ba", "Lê Thị An"))

    assert people.people_by_phone(db, "+84 912.345.678") == [daughter, mother]
    assert people.people_by_phone(db, "") == ()


def test_a_list_takes_a_bounded_number_of_queries(db, count_queries):
    first = make.person(db, "Lê Thị An")
    for name in ("Lò Thị Pết", "Hoàng Thị Mẩy", "Bàn Thị Sú"):
        make.tenure(db, make.person(db, name))
    actor = acting(db, "Tỉnh Hưng Yên")
    make.listed(db)

    with count_queries() as queries:
        page = people.people_page(db, actor, turn=Turn(first.id), day=NOW)

    assert len(page.rows) == 3
    assert len(queries) <= 8
