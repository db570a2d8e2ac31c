"""A lecture is given its film: by those who teach and by the centre, and by nobody else."""

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.audit import AuditEntry
from elearn.media.models import VersionState
from tests.make import catalogue as make
from tests.make import media as make_media

PAGE = "/lectures/BG-01/film"


@pytest.fixture
def lecture(db):
    made = make.lecture(db, "BG-01", title="Ghi sổ hội phí")
    db.commit()
    return made


def film(db, title="Quản lý hội viên", **values):
    made = make_media.medium(db, title)
    make_media.medium_version(db, made, **values)
    db.commit()
    return made


def test_who_is_not_signed_in_is_asked_to(client, lecture):
    assert "sign-in" in client.get(PAGE).location
    assert "sign-in" in client.post(PAGE, data={"medium": "1"}).location


@pytest.mark.parametrize("role", [Role.LEARNER, Role.ADMINISTRATOR, Role.INSPECTOR])
def test_who_does_not_decide_is_refused(client, db, lecture, enter, role):
    made = film(db)
    enter(role)

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, data={"medium": str(made.id)}).status_code == 403
    db.refresh(lecture)
    assert lecture.medium_id is None


def test_an_instructor_chooses_a_film_and_it_is_written_down_who_did(client, db, lecture, enter):
    account, made = enter(Role.INSTRUCTOR), film(db, seconds=720)

    from_afar = {"REMOTE_ADDR": "198.51.100.7"}
    answer = client.post(PAGE, data={"medium": str(made.id)}, environ_base=from_afar)
    page = client.get(answer.location)

    assert "Đã lưu video của bài này" in page.text
    assert "Thay bằng bản mới" not in page.text
    db.refresh(lecture)
    assert lecture.medium_id == made.id
    [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "set_medium"))
    assert (entry.person_id, entry.subject_id) == (account.person_id, lecture.id)
    assert entry.details == {"medium": made.id, "before": None}
    assert entry.origin == "198.51.100.0/24"


def test_a_film_that_is_not_ready_may_be_chosen(client, db, lecture, enter):
    enter(Role.CENTRAL)
    made = film(db, state=VersionState.WAITING)

    page = client.post(PAGE, data={"medium": str(made.id)}, follow_redirects=True)

    assert "Người học xem được ngay khi video sẵn sàng" in page.text
    assert f"/media/{made.id}/upload?next={PAGE}" in page.text
    assert "Video đang chuẩn bị" in client.get("/lectures").text


def test_a_film_being_renewed_says_which_version_is_seen(client, db, lecture, enter):
    made = film(db, seconds=720)
    make_media.medium_version(db, made, number=2, state=VersionState.WAITING)
    lecture.medium_id = made.id
    db.commit()
    enter(Role.INSTRUCTOR)

    page = client.get(PAGE)

    assert "Người học xem bản trước" in page.text
    assert "12 phút" in page.text
    assert page.text.count("checked") == 1


def test_a_film_that_does_not_exist_is_not_found(client, lecture, enter):
    enter(Role.INSTRUCTOR)

    assert client.post(PAGE, data={"medium": "999"}).status_code == 404
    assert client.get("/lectures/KHONG-CO/film").status_code == 404


def test_choosing_nothing_is_told_at_the_list(client, db, lecture, enter):
    enter(Role.INSTRUCTOR)
    film(db)

    answer = client.post(PAGE)

    assert answer.status_code == 422
    assert "Chọn một video." in answer.text


def test_the_list_is_searched_by_words_without_marks_in_few_queries(
    client, db, lecture, enter, count_queries
):
    enter(Role.INSTRUCTOR)
    for title in ("Ghi sổ hội phí", "Sổ sách chi hội", "Hòa giải"):
        film(db, title)

    with count_queries() as queries:
        page = client.get(f"{PAGE}?q=so+hoi")

    assert "Sổ sách chi hội" in page.text
    assert "Hòa giải" not in page.text
    assert "2 video" in page.text
    assert len(queries) <= 7
    assert "Không thấy video nào tên" in client.get(f"{PAGE}?q=khong").text


def test_without_films_the_page_leads_to_uploading_and_back(client, lecture, enter):
    enter(Role.INSTRUCTOR)

    page = client.get(PAGE)

    assert "Chưa có video nào" in page.text
    assert f"/media/upload?next={PAGE}" in page.text
    assert PAGE in client.get("/lectures").text
