"""The page that shows its teachers how a lecture is watched."""

import pytest

from elearn import media
from elearn.access import Role
from elearn.learning.jobs.curves import keep_up
from tests.make import catalogue as teaching
from tests.make import media as films
from tests.make import questions as make

ADDRESS = "/lectures/HV-15/curve"


@pytest.fixture
def recount(settings, database):
    return lambda: keep_up(settings, database)


@pytest.fixture
def film(db):
    shown = films.playable(db, seconds=100)
    teaching.lecture(db, "HV-15", medium_id=shown.medium_id, title="Quản lý hội viên")
    db.commit()
    return db.get_one(media.MediumVersion, shown.version_id)


@pytest.fixture
def crowd(db, film):
    films.slide_set(db, film, 0, 40_000)
    for number in range(12):
        visits = [(0, 100)] if number < 6 else [(0, 61)]
        make.watched(db, film, *visits, (0, 2), is_seen=number < 6)
    db.commit()
    return film


def test_learners_have_none_of_it(client, enter, crowd):
    enter()

    assert client.get(ADDRESS).status_code == 403


def test_it_shows_where_many_stop_with_the_slide_that_stands_there(client, enter, recount, crowd):
    recount()
    enter(Role.INSTRUCTOR)

    page = client.get(ADDRESS).text

    assert "12 người" in page
    assert "6 người, 50%" in page
    assert "6 người dừng hẳn" in page
    assert "?t=60" in page
    assert "Trang chiếu ở đoạn này" in page
    assert client.get(f"{ADDRESS}?version=2").status_code == 404


def test_before_it_was_counted_it_says_so(client, enter, crowd):
    enter(Role.INSTRUCTOR)

    assert "Chưa có số liệu" in client.get(ADDRESS).text


def test_a_lecture_without_film_has_no_curve(client, db, enter):
    teaching.lecture(db, "HV-16")
    enter(Role.INSTRUCTOR)

    assert "Bài này chưa có video" in client.get("/lectures/HV-16/curve").text


def test_of_four_people_nothing_is_drawn(client, db, enter, recount, film):
    for _number in range(4):
        make.watched(db, film, (0, 100), is_seen=True)
    db.commit()
    recount()
    enter(Role.INSTRUCTOR)

    assert "Chưa đủ người xem để vẽ" in client.get(ADDRESS).text
