"""A learner's own classes, on her phone."""

from datetime import date

import pytest

from elearn import classes, people
from elearn.access import OPERATOR, Role
from elearn.people import Person
from tests.classes.conftest import NOW, text_of
from tests.make import classes as make
from tests.make import learning as studying
from tests.make import people as cadres


@pytest.fixture
def learner(db, enter, held):
    account = enter(Role.LEARNER, "Xã Hưng Hà")
    person = db.get_one(Person, account.person_id)
    make.participation(db, held, person)
    return person


def test_the_class_is_shown_with_its_deadline_and_the_one_next_step(client, held, learner):
    page = text_of(client.get("/classes/mine"))

    assert held.name in page
    assert "Bài giảng CT-LOP-1" in page
    assert "Đã xong 0 trên 2 điều kiện" in page
    assert "Hạn 15/12/2026" in page
    assert 'href="/lectures/CT-LOP-1"' in page


def test_why_a_class_is_not_complete_is_told_condition_by_condition(
    client, db, course, held, learner
):
    studying.watched(db, learner, course.required)

    page = text_of(client.get(f"/classes/{held.id}/missing"))

    assert "Vì sao lớp này chưa xong?" in page
    assert "Còn thiếu 1 trên 2 điều kiện" in page
    assert "hạn 15/12/2026" in page
    offered, other = (f"CT-LOP-{number}" for number in (2, 3))
    assert f"/lectures/{offered}" in page
    assert f"/lectures/{other}" not in page


def test_one_who_is_ready_is_told_who_acts_next(client, db, course, held, learner):
    make.studied(db, learner, course)

    assert "sẽ rà soát và chốt" in client.get("/classes/mine").text
    assert "Đã đủ cả 2 điều kiện" in client.get(f"/classes/{held.id}/missing").text


def test_a_closed_class_tells_what_was_confirmed(client, db, course, held, learner):
    shown = classes.closing_list(db, held, now=NOW)
    classes.close(db, OPERATOR, held, guard=shown.guard, now=NOW)

    page = text_of(client.get(f"/classes/{held.id}/missing"))

    assert "Chưa hoàn thành" in client.get("/classes/mine").text
    assert "khi còn thiếu những điều kiện dưới đây" in page
    assert "mới được 0 bài" in page


def test_a_completed_class_gives_the_day(client, db, course, held, learner):
    make.studied(db, learner, course)
    shown = classes.closing_list(db, held, now=NOW)
    classes.close(db, OPERATOR, held, guard=shown.guard, now=NOW)

    assert "Hoàn thành ngày 07/09/2026" in client.get(f"/classes/{held.id}/missing").text


def test_a_cancelled_class_says_why(client, db, held, learner):
    classes.cancel(db, OPERATOR, held, "Bão số 12", now=NOW)

    assert "Bão số 12" in client.get("/classes/mine").text
    assert "Lý do: Bão số 12" in client.get(f"/classes/{held.id}/missing").text


def test_the_most_urgent_class_comes_first_and_planned_ones_are_not_shown(
    client, db, course, held, learner
):
    soon = make.training_class(db, course, ends_on=date(2026, 12, 1))
    planned = make.training_class(db, course, state=classes.ClassState.PLANNED)
    for one in (soon, planned):
        make.participation(db, one, learner)

    page = text_of(client.get("/classes/mine"))

    assert page.index(soon.name) < page.index(held.name)
    assert planned.name not in page


def test_her_other_entry_shows_the_same_classes(client, db, held, enter):
    account = enter(Role.LEARNER, "Xã Hưng Hà")
    whole = cadres.person(db, "Nguyễn Thị Hường")
    make.participation(db, held, whole)
    people.merge(db, OPERATOR, db.get_one(Person, account.person_id), whole, now=NOW)

    assert held.name in client.get("/classes/mine").text
    assert client.get(f"/classes/{held.id}/missing").status_code == 200


def test_who_completed_it_by_one_of_two_entries_has_completed_it(client, db, course, held, learner):
    whole = cadres.person(db, "Nguyễn Thị Hường")
    make.participation(db, held, whole)
    make.studied(db, learner, course)
    shown = classes.closing_list(db, held, now=NOW)
    classes.close(db, OPERATOR, held, guard=shown.guard, now=NOW)
    people.merge(db, OPERATOR, learner, whole, now=NOW)

    assert "Đã hoàn thành lớp này" in client.get(f"/classes/{held.id}/missing").text


def test_a_class_of_others_is_not_found(client, enter, held):
    enter(Role.LEARNER, "Xã Hưng Hà")

    assert "Chưa có lớp nào" in text_of(client.get("/classes/mine"))
    assert client.get(f"/classes/{held.id}/missing").status_code == 404


def test_her_page_takes_a_bounded_number_of_queries(client, db, course, learner, count_queries):
    for _ in range(5):
        make.participation(db, make.training_class(db, course), learner)

    with count_queries() as queries:
        client.get("/classes/mine")

    assert len(queries) <= 40
