"""The instructor's library: who opens it, what it shows of each film, and how one is found."""

import pytest

from elearn import catalogue
from elearn.access import OPERATOR, Role
from elearn.media import VersionState
from tests.make import catalogue as make_catalogue
from tests.make import media as make

NOW = make.LONG_AGO
REASON = {"template": "Lỗi.", "values": {}}


@pytest.fixture
def films(db):
    """A film that a lecture shows, one that failed, one at work, and one that waits."""
    shown = make.playable(db, seconds=600)
    lecture = make_catalogue.lecture(db, "HV-15", title="Kỹ năng hòa giải")
    catalogue.set_medium(db, OPERATOR, lecture, shown.medium_id, now=NOW)
    failed, work = (make.medium(db, title) for title in ("Hỏng giữa chừng", "Đang làm"))
    make.medium_version(db, failed, state=VersionState.FAILED, reason=REASON)
    make.medium_version(db, work, state=VersionState.AT_WORK)
    waiting = make.medium(db, "Bản mới chưa phát")
    for number in (1, 2):
        make.medium_version(db, waiting, number=number)
    db.commit()


def titles(page):
    names = ("Quản lý hội viên", "Hỏng giữa chừng", "Đang làm", "Bản mới chưa phát")
    return {name for name in names if name in page}


def test_strangers_are_kept_out(client, enter):
    assert client.get("/library").location.startswith("/sign-in?next=")
    enter()
    assert client.get("/library").status_code == 403


def test_a_film_is_told_with_its_weights_and_where_it_is_used(client, enter, films):
    enter(Role.INSTRUCTOR)

    page = client.get("/library").text

    assert titles(page) == {"Quản lý hội viên", "Hỏng giữa chừng", "Đang làm", "Bản mới chưa phát"}
    for told in ("10:00", "0,5 MB", "0,2 MB", "0,1 MB", ">HV-15</a>", "Kỹ năng hòa giải"):
        assert told in page
    assert page.count("Chờ phát hành") == 2  # Once in the list of states to choose from.


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("shelf=failed", {"Hỏng giữa chừng"}),
        ("shelf=under_way", {"Đang làm"}),
        ("shelf=unreleased", {"Bản mới chưa phát"}),
        ("shelf=released", {"Quản lý hội viên"}),
        ("q=hoi+vien", {"Quản lý hội viên"}),
        ("mine=1", set()),
        ("shelf=nonsense&page=x", {"Quản lý hội viên", "Hỏng giữa chừng", "Đang làm"}),
    ],
)
def test_films_are_found_by_title_state_and_owner(client, enter, films, asked, found):
    enter(Role.INSTRUCTOR)

    page = client.get(f"/library?{asked}").text

    assert found <= titles(page)
    assert found or "Không có video nào như vậy" in page


def test_a_page_costs_no_more_queries_with_more_films(client, db, enter, films, count_queries):
    enter(Role.INSTRUCTOR)
    client.get("/library")
    with count_queries() as few:
        client.get("/library")
    for _number in range(10):
        make.playable(db)
    db.commit()
    with count_queries() as many:
        client.get("/library")

    assert len(many) == len(few)
