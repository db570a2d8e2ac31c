"""The first page: what a learner has to do next, and what she chooses from."""

import pytest

from elearn import catalogue, learning
from elearn.access import Role
from elearn.people import Person
from tests.make import accounts
from tests.make import classes as make
from tests.make import learning as studying


@pytest.fixture
def learner(db, sign_in):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.LEARNER)
    sign_in(account)
    return db.get_one(Person, account.person_id)


def test_signed_out_one_is_asked_to_sign_in(client):
    assert "/sign-in" in client.get("/").location


def test_lectures_without_a_film_are_not_passed_over(db, client, learner):
    course = make.course(db)
    learning.enrol(db, learner, course.version, now=make.OPENED)
    assert "chưa có video" not in client.get("/").text
    outline = catalogue.outline_of(db, course.version)
    lecture = catalogue.lecture_by_code(db, outline.required[0].lectures[0].code)
    lecture.medium_id = None
    db.flush()

    assert "1 bài bắt buộc chưa có video" in client.get("/").text


def test_who_is_in_a_class_chooses_from_what_it_offers(db, client, learner):
    course = make.course(db)
    learning.enrol(db, learner, course.version, now=make.OPENED)
    before = client.get("/").text
    make.participation(db, make.training_class(db, course), learner)
    studying.watched(db, learner, course.required)
    for module_id, film in course.electives.items():
        if module_id not in course.chosen:
            studying.watched(db, learner, film)

    page = client.get("/").text

    assert "trên 2 chuyên đề" in before
    assert "đã xong 0, cần 1 trên 1 chuyên đề" in page
    assert "Bắt đầu bài này" in page  # The one elective that would count.
