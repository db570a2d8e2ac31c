"""The closing list on its page: what was shown is confirmed, or nothing is."""

import re

import pytest
from sqlalchemy import select

from elearn import classes
from elearn.audit import AuditEntry
from tests.classes.conftest import text_of
from tests.make import classes as make
from tests.make import people as cadres


@pytest.fixture
def two(db, course, held):
    """One who meets everything and one who has begun nothing."""
    done = make.participation(db, held, cadres.person(db, "Trần Thị Đào"))
    make.studied(db, done.person, course)
    return done, make.participation(db, held, cadres.person(db, "Hà Thị Ấm"))


def guard(page):
    [word] = re.findall(r'name="guard" value="(\w+)"', page.text)
    return word


def test_everybody_is_listed_with_what_she_lacks(desk, held, two):
    page = text_of(desk.get(f"/classes/{held.id}/closing"))

    assert "<h1>1 trên 2 người đủ điều kiện hoàn thành</h1>" in page
    assert "Xem 1 bài giảng bắt buộc: mới được 0 bài" in page
    assert "trước khai giảng, tính từ 07/09/2026" in page
    assert "Chốt: 1 hoàn thành, 1 chưa" in page


def test_everybody_is_listed_with_what_she_meets(desk, db, course, held, two):
    half = make.participation(db, held, cadres.person(db, "Phạm Thị Ảnh"))
    make.studied_rest(db, half.person, course)

    rows = text_of(desk.get(f"/classes/{held.id}/closing")).split("<tr")

    [begun] = [row for row in rows if "Phạm Thị Ảnh" in row]
    [done] = [row for row in rows if "Trần Thị Đào" in row]
    for row, count in ((begun, "1/2"), (done, "2/2")):
        assert count in row
        assert "Đã học xong 1 chuyên đề tự chọn" in row
    assert "Đã xem đủ 1 bài giảng bắt buộc" in done


def test_the_list_shown_is_confirmed_by_its_button(client, enter, db, held, two):
    account = enter()
    shown = guard(client.get(f"/classes/{held.id}/closing"))

    answer = client.post(f"/classes/{held.id}/closing", data={"guard": shown})
    db.refresh(held)

    page = client.get(answer.location).text
    assert "1 người hoàn thành, 1 người chưa" in page
    assert "1/2 <small>người hoàn thành" in page
    entry = db.scalars(select(AuditEntry).where(AuditEntry.action == "close")).one()
    assert (entry.person_id, entry.details) == (
        account.person_id,
        {"completed": 1, "not_completed": 1},
    )
    assert client.get(f"/classes/{held.id}/closing").location == answer.location


def test_a_list_that_changed_is_shown_anew_and_nothing_is_confirmed(desk, db, course, held, two):
    before = guard(desk.get(f"/classes/{held.id}/closing"))
    make.studied(db, two[1].person, course)
    db.commit()

    answer = desk.post(f"/classes/{held.id}/closing", data={"guard": before})
    db.refresh(held)

    assert answer.status_code == 409
    assert "Danh sách đã thay đổi" in answer.text
    assert "Chốt: 2 hoàn thành, 0 chưa" in answer.text
    assert guard(answer) != before
    assert held.state is classes.ClassState.OPEN


def test_a_second_press_is_told_that_it_was_done(desk, held, two):
    data = {"guard": guard(desk.get(f"/classes/{held.id}/closing"))}
    desk.post(f"/classes/{held.id}/closing", data=data)

    again = desk.post(f"/classes/{held.id}/closing", data=data)

    assert again.status_code == 409
    assert "đã chốt kết quả" in again.text


def test_what_was_found_of_a_person_is_shown_as_it_was_kept(desk, db, course, held, two):
    desk.post(
        f"/classes/{held.id}/closing",
        data={"guard": guard(desk.get(f"/classes/{held.id}/closing"))},
    )
    late = two[1]
    make.studied(db, late.person, course)

    page = desk.get(f"/classes/{held.id}/participants/{late.id}").text

    assert "Khi chốt lớp" in page
    assert "mới được 0 bài" in page
    assert "Bài giảng CT-LOP-1" in page
