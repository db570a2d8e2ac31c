"""Units renamed, moved, ended, left out of evaluation, and following their areas."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from elearn import areas, audit, people
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people import (
    EndReason,
    Exclusion,
    ExclusionReason,
    OrgUnitName,
    OrgUnitPlace,
    Relocation,
    Renaming,
    UnitKind,
)
from tests.make import people as make
from tests.make.areas import BEFORE, area

ACTOR = Actor(person_id=None)
NOW = datetime(2026, 6, 1, 2, tzinfo=UTC)
DAY = date(2026, 6, 1)
REFORM = date(2025, 7, 1)


def places(db, unit):
    found = select(OrgUnitPlace).where(OrgUnitPlace.org_unit_id == unit.id)
    return db.scalars(found.order_by(OrgUnitPlace.valid_from)).all()


def version(db, name):
    return areas.version_on(db, area(db, name).id, DAY)


@pytest.fixture
def unit(db):
    return make.org_unit(db)


def test_a_unit_keeps_the_names_it_bore(db, unit):
    people.rename_unit(db, ACTOR, unit, Renaming("Hội LHPN xã Mới", DAY), now=NOW)

    assert (unit.name, unit.name_folded) == ("Hội LHPN xã Mới", "hoi lhpn xa moi")
    [was] = db.scalars(select(OrgUnitName))
    assert (was.name, was.valid_from, was.valid_to) == (
        "Hội LHPN xã Hưng Hà",
        REFORM,
        date(2026, 5, 31),
    )
    with pytest.raises(InvalidInput):
        people.rename_unit(db, ACTOR, unit, Renaming("Tên khác", DAY), now=NOW)


def test_a_unit_moves_from_a_day_on(db, unit):
    to = Relocation(version(db, "Phường Phố Hiến"), DAY)

    people.move_unit(db, ACTOR, unit, to, now=NOW)

    was, now_there = places(db, unit)
    assert (was.valid_to, now_there.valid_from) == (date(2026, 5, 31), DAY)
    assert people.units_in(db, to.area, day=DAY)[0].unit.id == unit.id
    with pytest.raises(InvalidInput):
        people.move_unit(db, ACTOR, unit, to, now=NOW)


def test_a_commune_union_does_not_move_into_a_province(db, unit):
    province = areas.version_on(db, area(db, "Tỉnh Hưng Yên").id, DAY)

    with pytest.raises(InvalidInput, match="không đặt ở"):
        people.move_unit(db, ACTOR, unit, Relocation(province, DAY), now=NOW)


def test_with_a_unit_end_the_posts_held_there_and_the_plans(db, unit):
    tenure = make.tenure(db, at=unit)
    make.planned(db, at=unit)
    gone = make.tenure(db, make.person(db, "Lê Thị Ba"), at=unit, valid_to=date(2026, 1, 1))

    assert people.end_unit(db, ACTOR, unit, DAY, now=NOW) == 1

    [over] = people.tenures_on(db, DAY)
    assert (over.person_id, over.valid_to, over.end_reason) == (
        tenure.person_id,
        DAY,
        EndReason.UNIT_ENDED,
    )
    assert gone.superseded_at is None
    assert people.planned_on(db, date(2026, 6, 2)) == []
    assert [place.valid_to for place in places(db, unit)] == [DAY]
    with pytest.raises(InvalidInput):
        people.end_unit(db, ACTOR, unit, DAY, now=NOW)


def test_a_unit_does_not_end_before_what_begins_there_later(db, unit):
    make.tenure(db, at=unit, valid_from=date(2026, 9, 1))

    with pytest.raises(Conflict):
        people.end_unit(db, ACTOR, unit, DAY, now=NOW)


def test_a_unit_is_left_out_of_evaluation_for_a_time(db, unit):
    new = Exclusion(unit, ExclusionReason.JOINT_ADVISORY_BODY, date(2026, 1, 1), None, "3/QĐ")

    row = people.exclude_unit(db, ACTOR, new, now=NOW)

    assert people.excluded_on(db, DAY) == [row]
    assert people.excluded_on(db, date(2025, 12, 31)) == []
    with pytest.raises(Conflict):
        people.exclude_unit(db, ACTOR, new, now=NOW)
    people.end_exclusion(db, ACTOR, row, date(2026, 5, 31), now=NOW)
    assert people.excluded_on(db, DAY) == []
    assert len(people.excluded_on(db, date(2026, 5, 31))) == 1


def old_commune(db):
    return area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)


def test_units_follow_their_areas_once(db):
    branch = make.org_unit(
        db, "Chi hội thôn Đồng", at=old_commune(db), kind=UnitKind.BRANCH, since=date(2018, 1, 1)
    )

    first = people.follow(db, ACTOR, REFORM, now=NOW)
    second = people.follow(db, ACTOR, REFORM, now=NOW)

    was, now_there = places(db, branch)
    assert (was.valid_to, now_there.valid_from) == (BEFORE, REFORM)
    assert now_there.area_id == area(db, "Xã Hưng Hà").id
    assert (first.moved, first.left, second.moved) == (1, (), 0)
    [entry] = db.scalars(select(audit.AuditEntry))
    assert entry.details == {"day": "2025-07-01", "moved": 1, "left": 0}


def test_the_union_of_a_district_is_left_for_a_person_to_end(db):
    district = area(db, "Huyện Hưng Hà", day=BEFORE)
    union = make.org_unit(
        db, "Hội LHPN huyện", at=district, kind=UnitKind.UNION_DISTRICT, since=date(2018, 1, 1)
    )

    followed = people.follow(db, ACTOR, REFORM, now=NOW)

    assert (followed.moved, followed.left) == (0, (union.id,))
    assert len(places(db, union)) == 1


def test_a_unit_that_ended_or_moved_before_stays_where_it_was(db):
    gone = make.org_unit(db, "Chi hội 1", at=old_commune(db), since=date(2018, 1, 1))
    people.end_unit(db, ACTOR, gone, date(2024, 1, 1), now=NOW)

    assert people.follow(db, ACTOR, REFORM, now=NOW).moved == 0


def test_who_served_in_hung_ha_in_2024_is_found_today_in_the_right_commune(db):
    branch = make.org_unit(
        db, "Chi hội thôn Đồng", at=old_commune(db), kind=UnitKind.BRANCH, since=date(2018, 1, 1)
    )
    who = make.tenure(db, at=branch, post="branch_head", valid_from=date(2024, 1, 1)).person

    people.follow(db, ACTOR, REFORM, now=NOW)

    here = people.stands_of(db, [branch.id], DAY)[branch.id][0].area
    [held] = people.tenures_on(db, DAY, paths=[here.path])
    assert (held.person_id, here.full_name) == (who.id, "Xã Hưng Hà")
    [term] = people.terms_of(db, [who.id], day=DAY)[who.id]
    assert term.place == "xã Hưng Hà, tỉnh Hưng Yên"


def test_a_place_of_the_past_is_told_with_what_it_is_today(db):
    unit = make.org_unit(db, "Hội LHPN xã", at=old_commune(db), since=date(2018, 1, 1))

    [stand] = people.stands_of(db, [unit.id], DAY)[unit.id]

    assert stand.place == "xã Minh Khai, huyện Hưng Hà, tỉnh Thái Bình"
    assert stand.now == "xã Hưng Hà, tỉnh Hưng Yên"
