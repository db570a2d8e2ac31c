"""Closing: what was shown is what is confirmed, and only a person confirms it."""

from datetime import UTC, date, datetime

import pytest

from elearn import classes, learning, people
from elearn.access import OPERATOR, Role
from elearn.errors import Conflict, Forbidden
from tests.classes.conftest import NOW, acting
from tests.make import classes as make
from tests.make import learning as studying
from tests.make import people as cadres


@pytest.fixture
def diligent(db, course, held):
    """Somebody who watched all she needs, the last of it on 20 November."""
    one = make.participation(db, held, cadres.person(db, "Trần Thị Đào"))
    make.studied(db, one.person, course, at=datetime(2026, 11, 20, 13, tzinfo=UTC))
    return one


@pytest.fixture
def late(db, course, held):
    one = make.participation(db, held, cadres.person(db, "Hà Thị Ấm"))
    studying.watched(db, one.person, course.required)
    return one


def close(db, actor, held, now=NOW):
    return classes.close(
        db, actor, held, guard=classes.closing_list(db, held, now=now).guard, now=now
    )


def test_the_list_tells_of_everybody_by_given_name_what_is_met(db, held, diligent, late):
    found = classes.closing_list(db, held, now=NOW)

    assert [one.person.full_name for one in found.standings] == ["Hà Thị Ấm", "Trần Thị Đào"]
    assert [(one.review.met, len(one.review.outcomes)) for one in found.standings] == [
        (1, 2),
        (2, 2),
    ]
    assert (len(found.complete), len(found.begun), len(found.untouched)) == (1, 1, 0)


def test_who_meets_everything_has_completed_and_the_others_keep_what_they_lack(
    db, administrator, held, diligent, late
):
    close(db, administrator, held)

    assert held.state is classes.ClassState.CLOSED
    assert (diligent.outcome, diligent.completed_on) == ("completed", date(2026, 11, 20))
    assert diligent.completion.completion_rule_id == held.completion_rule_id
    assert diligent.completion.form is learning.CompletionForm.ONLINE
    assert (late.outcome, late.completed_on, late.completion) == ("not_completed", None, None)
    states = [one["state"] for one in late.review["outcomes"]]
    assert states == ["met", "missing"]
    assert [one.person_id for one in classes.completed_in(db, held)] == [diligent.person_id]


def test_an_elective_the_locality_does_not_offer_counts_for_nothing(db, course, held):
    one = make.participation(db, held)
    _, other = course.electives.values()
    studying.watched(db, one.person, course.required)
    studying.watched(db, one.person, other)

    [standing] = classes.closing_list(db, held, now=NOW).standings

    assert not standing.review.is_complete


def test_nobody_completes_a_class_before_its_first_day(db, administrator, course, held):
    one = make.participation(db, held)
    make.studied(db, one.person, course, at=datetime(2026, 3, 8, tzinfo=UTC))

    close(db, administrator, held)

    assert one.completed_on == make.FIRST_DAY


def test_midnight_in_viet_nam_divides_the_days(db, administrator, course, held):
    one = make.participation(db, held)
    make.studied(db, one.person, course, at=datetime(2026, 11, 19, 17, 0, tzinfo=UTC))

    close(db, administrator, held)

    assert one.completed_on == date(2026, 11, 20)


def test_a_list_that_changed_since_it_was_shown_is_not_confirmed(
    db, administrator, course, held, late
):
    shown = classes.closing_list(db, held, now=NOW).guard
    make.studied_rest(db, late.person, course)

    with pytest.raises(Conflict, match="Chưa chốt gì"):
        classes.close(db, administrator, held, guard=shown, now=NOW)

    assert held.state is classes.ClassState.OPEN


def test_more_minutes_that_decide_nothing_do_not_disturb_the_list(db, course, held):
    one = make.participation(db, held)
    shown = classes.closing_list(db, held, now=NOW).guard

    studying.watched(db, one.person, course.required, seconds=10)

    assert classes.closing_list(db, held, now=NOW).guard == shown


def test_who_left_stands_on_no_list(db, administrator, held, diligent, late):
    shown = classes.closing_list(db, held, now=NOW).guard

    classes.leave(db, administrator, late, "Nghỉ sinh", now=NOW)

    with pytest.raises(Conflict):
        classes.close(db, administrator, held, guard=shown, now=NOW)
    close(db, administrator, held)
    assert late.outcome is None


def test_a_class_is_closed_once(db, administrator, held, diligent):
    shown = classes.closing_list(db, held, now=NOW).guard
    close(db, administrator, held)

    with pytest.raises(Conflict, match="đã chốt"):
        classes.close(db, administrator, held, guard=shown, now=NOW)


def test_nothing_is_closed_before_the_first_day_or_without_people(db, administrator, course, held):
    with pytest.raises(Conflict, match="chưa có học viên"):
        close(db, administrator, held)

    make.participation(db, held)
    with pytest.raises(Conflict, match="07/09/2026"):
        close(db, administrator, held, now=datetime(2026, 9, 6, 16, 59, tzinfo=UTC))


def test_one_person_on_two_lines_is_sorted_out_first(db, administrator, held, diligent, late):
    people.merge(db, OPERATOR, late.person, diligent.person, now=NOW)

    with pytest.raises(Conflict, match="hai dòng"):
        close(db, administrator, held)

    classes.leave(db, administrator, late, "Trùng", now=NOW)
    close(db, administrator, held)
    assert len(classes.completed_in(db, held)) == 1


@pytest.mark.parametrize(
    ("place", "role"),
    [("Tỉnh Hưng Yên", Role.INSPECTOR), ("Tỉnh Quảng Ninh", Role.ADMINISTRATOR)],
)
def test_only_who_answers_for_the_class_confirms(db, held, diligent, place, role):
    with pytest.raises(Forbidden):
        close(db, acting(db, place, role), held)


def test_two_hundred_people_are_reviewed_in_as_many_queries_as_one(
    db, held, diligent, count_queries
):
    with count_queries() as for_one:
        classes.closing_list(db, held, now=NOW)
    for number in range(200):
        make.participation(db, held, cadres.person(db, f"Nguyễn Thị {number}"))
    db.expire_all()

    with count_queries() as for_all:
        found = classes.closing_list(db, held, now=NOW)

    assert len(found.standings) == 201
    assert len(for_all) <= len(for_one) + 8  # What was held in memory is read again.
