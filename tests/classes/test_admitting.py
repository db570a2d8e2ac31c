"""Coming into a class and leaving it: one person once, by the post she held on the first day."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from elearn import areas, catalogue, classes, learning, people
from elearn.access import OPERATOR
from elearn.db import Change
from elearn.errors import Conflict, Forbidden, InvalidInput
from tests.classes.conftest import NOW, acting
from tests.make import classes as make
from tests.make import people as cadres
from tests.make.areas import area


@pytest.fixture
def branch(db):
    return cadres.org_unit(db, "Chi hội Đồng Phú", kind=people.UnitKind.BRANCH)


def head(db, at, name="Hà Thị Ấm", **values):
    return cadres.tenure(db, cadres.person(db, name), at=at, post="branch_head", **values)


def there(db, held):
    return [one.person.full_name for one in classes.participations_of(db, held)]


def selection(db, place, *posts):
    return classes.Selection(
        areas.version_on(db, area(db, place).id, make.FIRST_DAY), posts or ("branch_head",)
    )


def test_who_is_admitted_has_a_place_on_the_programme_and_comes_by_her_post(
    db, administrator, held, branch
):
    tenure = head(db, branch)

    [added] = classes.admit_people(db, administrator, held, [tenure.person_id], now=NOW).added

    [place] = learning.enrolments_of(db, tenure.person_id)
    assert added.tenure_id == tenure.id
    assert place.programme_version_id == held.programme_version_id
    assert db.scalars(select(Change.kind).where(Change.key == str(held.id))).all() == ["class"]


def test_of_two_posts_the_one_the_programme_is_for_counts(db, administrator, branch):
    from_programme = make.course(db, "CT-CHI")
    held = make.training_class(db, from_programme)
    who = cadres.person(db)
    cadres.tenure(db, who, at=branch, post="commune_union_chair")
    meant = cadres.tenure(db, who, at=branch, post="branch_head")
    group = catalogue.ProgrammeGroup(
        programme_version_id=from_programme.version.id, group_key="branch_head"
    )
    db.add(group)
    db.flush()

    [added] = classes.admit_people(db, administrator, held, [who.id], now=NOW).added

    assert added.tenure_id == meant.id


def test_a_second_press_admits_nobody_twice(db, administrator, held, branch):
    wanted = [head(db, branch).person_id, head(db, branch, "Bùi Thị Thoa").person_id]
    classes.admit_people(db, administrator, held, wanted, now=NOW)

    again = classes.admit_people(db, administrator, held, wanted, now=NOW)

    assert (again.added, again.already) == ((), 2)
    assert there(db, held) == ["Hà Thị Ấm", "Bùi Thị Thoa"]


def test_two_entries_of_one_person_are_one_participant(db, administrator, held, branch):
    whole, alias = head(db, branch).person, head(db, branch, "Hà T. Ấm").person
    people.merge(db, OPERATOR, alias, whole, now=NOW)

    admitted = classes.admit_people(db, administrator, held, [alias.id, whole.id], now=NOW)

    assert [one.person_id for one in admitted.added] == [whole.id]
    assert classes.classes_of(db, alias.id) == classes.classes_of(db, whole.id)


def test_the_database_itself_lets_a_person_in_once(db, held):
    who = make.participation(db, held).person

    with pytest.raises(IntegrityError), db.begin_nested():
        make.participation(db, held, who)


def test_holders_of_a_post_below_an_area_are_admitted_as_they_stood_on_the_first_day(
    db, administrator, held, branch
):
    head(db, branch, "Vũ Thị Dung", valid_to=make.FIRST_DAY)
    head(db, branch, "Hà Thị Ấm", valid_from=make.FIRST_DAY)
    head(db, branch, "Trần Thị Đào", valid_to=date(2026, 9, 6))
    head(db, branch, "Bùi Thị Thúy", valid_from=date(2026, 9, 8))
    cadres.tenure(db, cadres.person(db, "Lê Thị Chủ"), at=branch)
    elsewhere = cadres.org_unit(db, "Chi hội 1", at=area(db, "Phường Phố Hiến"))
    head(db, elsewhere, "Ngô Thị Xa")

    admitted = classes.admit_people(db, administrator, held, selection(db, "Xã Hưng Hà"), now=NOW)

    assert len(admitted.added) == 2
    assert there(db, held) == ["Hà Thị Ấm", "Vũ Thị Dung"]


def test_nobody_is_admitted_from_an_area_one_does_not_answer_for(db, held, branch):
    who = head(db, branch).person
    commune = acting(db, "Phường Phố Hiến")
    own = make.training_class(db, make.course(db, "CT-PHO"), at=area(db, "Phường Phố Hiến"))

    with pytest.raises(Forbidden, match="Chưa thêm ai"):
        classes.admit_people(db, commune, own, [who.id], now=NOW)
    with pytest.raises(Forbidden, match="địa bàn"):
        classes.admit_people(db, commune, own, selection(db, "Xã Hưng Hà"), now=NOW)
    with pytest.raises(Forbidden, match="chỉ xem"):
        classes.admit_people(db, commune, held, [who.id], now=NOW)
    assert there(db, own) == []


def test_who_leaves_gives_a_reason_and_may_come_back(db, administrator, held, branch):
    one = make.participation(db, held, head(db, branch).person)
    with pytest.raises(InvalidInput):
        classes.leave(db, administrator, one, " ", now=NOW)

    classes.leave(db, administrator, one, "Chuyển công tác", now=NOW)
    classes.leave(db, administrator, one, "Bấm lần hai", now=NOW)

    assert there(db, held) == []
    assert one.left_reason == "Chuyển công tác"
    assert not classes.classes_of(db, one.person_id)
    back = classes.admit_people(db, administrator, held, [one.person_id], now=NOW)
    assert back.added == (one,)
    assert there(db, held) == [one.person.full_name]


@pytest.mark.parametrize("state", [classes.ClassState.CLOSED, classes.ClassState.CANCELLED])
def test_nobody_comes_or_leaves_once_a_class_has_ended(db, administrator, held, state):
    one = make.participation(db, held)
    held.state, held.state_reason = state, "đã xong"
    db.flush()

    with pytest.raises(Conflict):
        classes.leave(db, administrator, one, "Muộn", now=NOW)
    with pytest.raises(Conflict):
        classes.admit_people(db, administrator, held, [one.person_id], now=NOW)
