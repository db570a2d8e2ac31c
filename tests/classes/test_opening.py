"""Opening classes: what must be so, and what is refused in words."""

from dataclasses import replace
from datetime import date

import pytest

from elearn import classes, learning
from elearn.access import OPERATOR, Role
from elearn.errors import Conflict, InvalidInput
from tests.classes.conftest import NOW, acting
from tests.make import classes as make
from tests.make.areas import area


@pytest.fixture
def new(db, course):
    return classes.NewClass(
        programme=course.version,
        area_id=area(db, "Tỉnh Hưng Yên").id,
        name=" Chi hội  trưởng xã Hưng Hà ",
        organiser="Hội LHPN tỉnh Hưng Yên",
        starts_on=date(2026, 11, 21),
        ends_on=date(2026, 12, 15),
        electives=course.chosen,
    )


def wrong(db, actor, new):
    with pytest.raises(InvalidInput) as refused:
        classes.open_class(db, actor, new, now=NOW)
    return {name: str(told) for name, told in refused.value.fields.items()}


def test_a_class_opens_under_the_rule_of_its_first_day_with_the_chosen_electives(
    db, administrator, course, new
):
    opened = classes.open_class(db, administrator, new, now=NOW)

    rule = learning.completion_rule_on(db, course.version.programme_id, new.starts_on)
    assert (opened.state, opened.completion_rule_id) == (classes.ClassState.OPEN, rule.id)
    assert (opened.code, opened.name) == ("CT-LOP-2026-01", "Chi hội trưởng xã Hưng Hà")
    assert opened.offered == course.chosen


def test_codes_of_a_programme_and_year_follow_each_other(db, administrator, new):
    classes.open_class(db, administrator, new, now=NOW)
    second = classes.open_class(db, administrator, replace(new, name="Lớp hai"), now=NOW)

    assert second.code == "CT-LOP-2026-02"


def test_what_is_missing_is_named_field_by_field(db, administrator, new):
    bare = replace(new, name=" ", organiser="", ends_on=date(2026, 11, 20), electives=frozenset())

    assert wrong(db, administrator, bare).keys() == {"name", "organiser", "ends_on", "electives"}


def test_a_year_written_wrongly_is_asked_about(db, administrator, new):
    far = replace(new, starts_on=date(2062, 11, 21), ends_on=date(2062, 12, 15))

    assert wrong(db, administrator, far).keys() == {"starts_on"}


def test_one_day_is_long_enough(db, administrator, new):
    opened = classes.open_class(db, administrator, replace(new, ends_on=new.starts_on), now=NOW)

    assert opened.ends_on == opened.starts_on


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (("12/QĐ-HPN", None), "decision_on"),
        (("", date(2026, 11, 1)), "decision_number"),
        (("12/QĐ-HPN", date(2026, 11, 22)), "decision_on"),
    ],
)
def test_a_decision_has_a_number_and_a_day_that_has_come(db, administrator, new, decision, field):
    number, day = decision

    refused = wrong(db, administrator, replace(new, decision_number=number, decision_on=day))

    assert refused.keys() == {field}


def test_electives_are_those_of_the_programme(db, administrator, course, new):
    foreign = replace(new, electives=course.chosen | {999})

    assert "không thuộc phần tự chọn" in wrong(db, administrator, foreign)["electives"]


def test_a_programme_opens_no_class_outside_its_days(db, administrator, new):
    ended = make.course(db, "CT-CU", valid_to=date(2025, 12, 31)).version
    coming = make.course(db, "CT-MOI", valid_from=date(2027, 1, 1)).version

    over = wrong(db, administrator, replace(new, programme=ended, electives=frozenset()))
    early = wrong(db, administrator, replace(new, programme=coming, electives=frozenset()))
    assert "đến hết ngày 31/12/2025" in over["starts_on"]
    assert "từ ngày 01/01/2027" in early["starts_on"]


def test_the_last_day_of_a_programme_is_still_a_day(db, administrator, new):
    course = make.course(db, "CT-CU", valid_to=date(2026, 11, 21))
    last = replace(new, programme=course.version, electives=course.chosen)

    assert classes.open_class(db, administrator, last, now=NOW).starts_on == last.starts_on


def test_only_who_covers_the_area_opens_a_class_there(db, new):
    there = replace(new, area_id=area(db, "Xã Hưng Hà").id)

    assert wrong(db, acting(db, "Tỉnh Quảng Ninh"), there).keys() == {"area_id"}
    assert wrong(db, acting(db, "Tỉnh Hưng Yên", Role.INSPECTOR), there).keys() == {"area_id"}
    assert wrong(db, acting(db, "Xã Hưng Hà"), new).keys() == {"area_id"}
    own = classes.open_class(db, acting(db, "Xã Hưng Hà"), there, now=NOW)
    assert own.area_id == there.area_id


def test_the_same_class_is_not_opened_twice_unless_the_first_was_cancelled(db, new):
    first = classes.open_class(db, OPERATOR, new, now=NOW)

    assert first.code in wrong(db, OPERATOR, new)["name"]

    classes.cancel(db, OPERATOR, first, "Thiếu người", now=NOW)
    assert classes.open_class(db, OPERATOR, new, now=NOW).id != first.id


def test_a_planned_class_takes_nobody_until_it_is_opened(db, administrator, new):
    planned = classes.open_class(db, administrator, replace(new, is_planned=True), now=NOW)
    with pytest.raises(Conflict, match="mới là dự kiến"):
        classes.admit_people(db, administrator, planned, [1], now=NOW)

    classes.begin(db, administrator, planned, now=NOW)

    assert planned.state is classes.ClassState.OPEN
    with pytest.raises(Conflict, match="đang mở"):
        classes.begin(db, administrator, planned, now=NOW)


def test_a_cancelled_class_keeps_its_reason(db, administrator, held):
    with pytest.raises(InvalidInput):
        classes.cancel(db, administrator, held, "  ", now=NOW)

    classes.cancel(db, administrator, held, "Bão số 12", now=NOW)

    assert (held.state, held.state_reason) == (classes.ClassState.CANCELLED, "Bão số 12")
