"""“Vì sao chưa xong?”: hers, a stranger's, nobody's."""

import pytest

from elearn import learning, people
from tests.make import accounts, catalogue, media, rules
from tests.make import learning as make


@pytest.fixture
def programme(db):
    make.rules(db)
    film = media.playable(db)
    lectures = [
        catalogue.lecture(db, "BG-1", medium_id=film.medium_id, title="Sinh hoạt"),
        catalogue.lecture(db, "BG-2", title="Điều lệ Hội"),
    ]
    choice = catalogue.lecture(db, "BG-3", title="Vay vốn")
    made = catalogue.programme(
        db,
        "CT-9",
        [catalogue.module(db, "CD-1", lectures)],
        [catalogue.module(db, "TC-1", [choice], title="Vay vốn")],
        min_electives=1,
    )
    db.commit()
    return made


@pytest.fixture
def learner(db, sign_in):
    account = accounts.account(db)
    db.commit()
    sign_in(account)
    return people.person_by_id(db, account.person_id)


@pytest.fixture
def enrolled(db, learner, programme):
    learning.enrol(db, learner, programme, now=make.LONG_AGO)
    db.commit()
    return learner


def test_whoever_is_signed_out_is_asked_to_sign_in(client, programme):
    assert client.get("/programmes/CT-9/missing").status_code == 303


def test_whoever_has_no_place_is_told_so(client, learner, programme):
    answer = client.get("/programmes/CT-9/missing")

    assert answer.status_code == 404
    assert "chưa được ghi danh" in answer.text


def test_it_names_every_lecture_that_is_missing(client, enrolled):
    page = client.get("/programmes/CT-9/missing").text.replace("\u00a0", " ")

    assert "Còn thiếu 2 trên 2 điều kiện." in page
    assert "Xem 2 bài giảng bắt buộc: mới được 0 bài" in page
    assert "Sinh hoạt" in page
    assert "Video đang được chuẩn bị." in page
    assert "Vay vốn" in page
    assert "Quy tắc hoàn thành phiên bản 1, áp dụng từ 01/01/2019" in page


def test_a_lecture_half_watched_is_gone_on_with_where_it_is_missing(db, client, enrolled):
    shown = media.playable(db)
    lecture = catalogue.lecture(db, "BG-4", medium_id=shown.medium_id)
    programme = catalogue.programme(db, "CT-8", [catalogue.module(db, "CD-4", [lecture])])
    learning.enrol(db, enrolled, programme, now=make.LONG_AGO)
    make.watched(db, enrolled, shown, seconds=300)
    db.commit()

    page = client.get("/programmes/CT-8/missing").text

    assert "Cần xem thêm 3 phút." in page
    assert 'href="/lectures/BG-4#t=300"' in page


def test_whoever_has_done_all_is_told_what_comes_next(db, client, enrolled):
    shown = media.playable(db)
    lecture = catalogue.lecture(db, "BG-4", medium_id=shown.medium_id)
    programme = catalogue.programme(db, "CT-8", [catalogue.module(db, "CD-4", [lecture])])
    learning.enrol(db, enrolled, programme, now=make.LONG_AGO)
    make.watched(db, enrolled, shown)
    db.commit()

    page = client.get("/programmes/CT-8/missing").text

    assert "Đã đủ cả 1 điều kiện." in page
    assert "Giấy được cấp sau khi lớp được rà soát và có quyết định." in page


def test_the_first_page_leads_there(client, enrolled):
    page = client.get("/").text

    assert 'href="/programmes/CT-9/missing"' in page


def test_it_tells_beforehand_which_share_will_be_asked_for(db, client, enrolled):
    page = client.get("/programmes/CT-9/missing").text
    assert "Bài đã đủ trước ngày đó vẫn được tính." not in page
    rules.adopted_share(db, 90, rules.tomorrow())

    page = client.get("/programmes/CT-9/missing").text

    assert f"Từ ngày {rules.tomorrow():%d/%m/%Y}, mỗi bài được tính" in page
    assert "ít nhất 90%" in page
    assert "ít nhất 80%" in page
