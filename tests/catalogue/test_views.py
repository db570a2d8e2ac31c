"""Programmes are open to whoever is signed in; the list of lectures is for those who teach."""

from datetime import date

import pytest

from elearn.access import Role
from elearn.catalogue import Block, Region
from tests.make import accounts as make_accounts
from tests.make import catalogue as make
from tests.make import media as make_media


@pytest.fixture
def learner(db, sign_in):
    account = make_accounts.account(db)
    sign_in(account)
    return account


@pytest.fixture
def instructor(db, sign_in):
    account = make_accounts.account(db)
    make_accounts.role_grant(db, account, Role.INSTRUCTOR)
    sign_in(account)
    return account


def branch_programme(db, **words):
    """Make a programme of two required modules and six to choose one from."""
    modules = [make.module(db, f"CD-{n}", [make.lecture(db, f"BG-{n}")]) for n in range(7)]
    mountain = make.module(
        db, "CD-N", [], title="Vùng cao", region=Region.MOUNTAIN, block=Block.ELECTIVE
    )
    electives = [*modules[2:], mountain]
    return make.programme(db, "CT-1", modules[:2], electives, **{"min_electives": 1, **words})


@pytest.mark.parametrize(
    "address", ["/programmes", "/programmes/CT-1", "/programmes/CT-1/objectives", "/lectures"]
)
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


def test_the_list_tells_sizes_and_which_one_is_closed(client, db, learner):
    branch_programme(db, title="Bồi dưỡng chi hội trưởng")
    make.programme(db, "CU", valid_to=date(2025, 6, 30))

    text = client.get("/programmes").text

    assert "Bồi dưỡng chi hội trưởng" in text
    assert "16 tiết · 8 chuyên đề · 7 bài giảng" in text
    assert "Đã đóng, mở lớp đến 30/06/2025" in text


def test_without_programmes_the_list_says_what_will_be_there(client, learner):
    assert "Chương trình hiện ở đây khi" in client.get("/programmes").text


def test_the_outline_tells_what_completing_takes(client, db, learner):
    branch_programme(db)

    text = client.get("/programmes/CT-1").text

    assert "Xong đủ 2 chuyên đề bắt buộc" in text
    assert "Chọn 1 trong 6 chuyên đề tự chọn" in text
    assert "Bài kiểm tra" not in text  # There is none yet, so it is no condition yet.
    assert "2 ngày, 16 tiết" in text
    assert "Xã miền núi, trung du, vùng dân tộc" in text
    assert "Chưa có video" in text
    assert "20 phút" not in text


def test_a_lecture_tells_the_length_and_weight_of_its_film_and_not_the_plan(client, db, learner):
    film = make_media.playable(db, seconds=720)
    lectures = [
        make.lecture(db, "BG-1", medium_id=film.medium_id, planned_minutes=45),
        make.lecture(db, "BG-2", medium_id=make_media.medium(db).id),
    ]
    make.programme(db, modules=[make.module(db, lectures=lectures)])

    text = client.get("/programmes/CT-1").text

    assert "12 phút, từ 0" in text
    assert "45 phút" not in text
    assert "Video đang chuẩn bị" in text


def test_a_closed_programme_says_since_when(client, db, learner):
    branch_programme(db, valid_to=date(2025, 6, 30))

    assert "Ngày cuối cùng mở lớp là 30/06/2025" in client.get("/programmes/CT-1").text


def test_a_programme_to_come_says_from_when(client, db, learner):
    branch_programme(db, valid_from=date(2999, 1, 1))

    assert "Mở lớp từ 01/01/2999" in client.get("/programmes").text
    assert "Bài giảng xem trước được" in client.get("/programmes/CT-1").text


def test_an_unknown_programme_is_not_found(client, learner):
    answer = client.get("/programmes/KHONG-CO")

    assert answer.status_code == 404
    assert "Không tìm thấy chương trình KHONG-CO" in answer.text


def test_a_title_is_shown_and_not_run(client, db, learner):
    make.programme(db, title="<script>x")

    assert "<script>x" not in client.get("/programmes").text


def test_objectives_stand_by_lecture(client, db, learner):
    aims = {"knowledge": ["Biết ghi sổ."], "skills": [], "attitude": []}
    lecture = make.lecture(db, title="Ghi sổ", objectives=aims)
    make.programme(db, modules=[make.module(db, lectures=[lecture])])

    text = client.get("/programmes/CT-1/objectives").text

    assert "Về kiến thức" in text
    assert "Biết ghi sổ." in text
    assert "Về kỹ năng" not in text


@pytest.mark.parametrize(
    "address", ["/programmes", "/programmes/CT-1", "/programmes/CT-1/objectives"]
)
def test_a_page_takes_few_queries(client, db, learner, count_queries, address):
    branch_programme(db)
    client.get(address)

    with count_queries() as queries:
        assert client.get(address).status_code == 200

    assert len(queries) <= 9


def test_the_list_of_lectures_is_not_for_learners(client, learner):
    assert client.get("/lectures").status_code == 403


def test_those_who_teach_see_which_lectures_wait_for_a_film(client, db, instructor, count_queries):
    make.lecture(db, "BG-01", title="Ghi sổ")

    with count_queries() as queries:
        text = client.get("/lectures").text

    assert "0 trên 1 bài giảng đã có video" in text
    assert "Ghi sổ" in text
    assert len(queries) <= 6
