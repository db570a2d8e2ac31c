"""The page of slides: what it shows, and what becomes of what is written there."""

import io

import pytest

from elearn.access import Role
from elearn.media import queries
from elearn.media.drawing import DrawnSlide, slide_pictures
from elearn.media.models import DeckState
from tests.make import accounts
from tests.make import media as make


@pytest.fixture
def version(db):
    made = make.medium_version(db, seconds=60)
    make.rendition(db, made, "240p")
    make.rendition(db, made, "audio")
    db.commit()
    return made


@pytest.fixture
def slides(db, version):
    file = make.stored_file(db, media_type="image/webp", size=41_000)
    other = make.stored_file(db, media_type="image/webp", size=20_000)
    made = make.slide_set(db, version, 0, 10_500, 20_000, files=[file, other, file])
    db.commit()
    return made


@pytest.fixture
def maker(db, sign_in):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.CENTRAL)
    db.commit()
    sign_in(account)
    return account


@pytest.fixture
def instructor(db, sign_in):
    """Somebody who made other films than this."""
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.INSTRUCTOR)
    db.commit()
    sign_in(account)
    return account


def address(version, rest=""):
    return f"/media/versions/{version.id}/slides{rest}"


def shown(db, version):
    db.expire_all()
    return [(one.at_ms, one.text) for one in queries.slides_shown(db, version.id)]


def test_the_page_shows_each_slide_with_its_time_and_tells_the_weight(
    client, maker, version, slides, count_queries
):
    with count_queries() as run:
        answer = client.get(address(version))

    assert answer.status_code == 200
    assert 'value="0:10,5"' in answer.text
    assert "3 trang, 0,1 MB" in answer.text
    assert "Hình này còn hiện ở 0:20" in answer.text
    assert len(run) <= 20


def test_who_did_not_make_the_film_sees_the_slides_and_changes_nothing(
    client, instructor, version, slides
):
    page = client.get(address(version))

    assert page.status_code == 200
    assert "Lưu trang chiếu" not in page.text
    for rest in ("", "/split", "/1/picture", "/deck", "/restore", "/find"):
        data = {"seen": 1, "number": 1}
        assert client.post(address(version, rest), data=data).status_code == 403


def test_times_and_words_are_saved_together(client, maker, db, version, slides):
    data = {"seen": 1, "at-1": "0:00", "at-2": "0:12", "at-3": "0:20", "drop-3": "on"}

    answer = client.post(address(version), data=data | {"text-2": " Hội phí "})

    assert answer.status_code == 303
    assert shown(db, version) == [(0, ""), (12_000, "Hội phí")]


def test_a_time_that_is_none_is_named_and_what_was_written_stays(
    client, maker, db, version, slides
):
    data = {"seen": 1, "at-1": "0:00", "at-2": "mười", "at-3": "0:20", "text-3": "Giữ lại"}

    answer = client.post(address(version), data=data)

    assert answer.status_code == 422
    assert "Trang 2: Viết mốc như 12:30" in answer.text
    assert "mười" in answer.text
    assert "Giữ lại" in answer.text
    assert len(shown(db, version)) == 3


def test_who_was_overtaken_is_told(client, maker, version, slides):
    data = {"seen": 1, "at-1": "0:00", "at-2": "0:12", "at-3": "0:20"}
    client.post(address(version), data=data)

    answer = client.post(address(version), data=data)

    assert answer.status_code == 409
    assert "vừa được sửa ở nơi khác" in answer.text


def test_a_slide_is_added_with_a_picture_of_hers_and_drawn_anew(client, maker, db, version, slides):
    [picture] = slide_pictures([DrawnSlide("Mới")])
    sent = {"seen": 1, "at": "0:30", "picture": (io.BytesIO(picture), "moi.png")}

    assert client.post(address(version, "/split"), data=sent).status_code == 303
    assert [at for at, _ in shown(db, version)] == [0, 10_500, 20_000, 30_000]

    sent = {"seen": 2, "picture": (io.BytesIO(picture), "moi.png")}
    assert client.post(address(version, "/1/picture"), data=sent).status_code == 303
    hashes = [one.sha256 for one in queries.slides_shown(db, version.id)]
    assert hashes[0] == hashes[2] == hashes[3] != hashes[1]


@pytest.mark.parametrize("rest", ["/split", "/1/picture"])
def test_what_is_no_picture_is_refused_beside_its_field(client, maker, version, slides, rest):
    sent = {"seen": 1, "at": "0:30", "picture": (io.BytesIO(b"GIF89a"), "a.gif")}

    answer = client.post(address(version, rest), data=sent)

    assert answer.status_code == 422
    assert "không phải ảnh đọc được" in answer.text


def test_a_pdf_waits_for_the_worker_and_what_is_none_is_refused(client, maker, db, version, slides):
    sent = {"deck": (io.BytesIO(b"%PDF-1.7 ..."), "bai.pdf"), "way": "alike"}
    assert client.post(address(version, "/deck"), data=sent).status_code == 303
    deck = queries.last_deck_of(db, version.id)
    assert deck
    assert deck.state is DeckState.WAITING
    assert "Đang đưa tệp bai.pdf" in client.get(address(version)).text

    sent = {"deck": (io.BytesIO(b"PK\x03\x04"), "bai.pptx"), "way": "alike"}
    answer = client.post(address(version, "/deck"), data=sent)
    assert answer.status_code == 422
    assert "không phải PDF" in answer.text


def test_an_earlier_edition_is_shown_again(client, maker, db, version, slides):
    data = {"seen": 1, "at-1": "0:00", "at-2": "0:12", "at-3": "0:20", "drop-2": "on"}
    client.post(address(version), data=data)

    client.post(address(version, "/restore"), data={"number": 1})

    assert [at for at, _ in shown(db, version)] == [0, 10_500, 20_000]


def test_an_edition_that_no_row_can_be_is_not_there(client, maker, version, slides):
    assert client.post(address(version), data={"seen": "9" * 30}).status_code == 404
    sent = {"number": "9" * 30}
    assert client.post(address(version, "/restore"), data=sent).status_code == 404


def test_a_film_without_slides_is_looked_through_on_request(client, maker, version):
    assert "Tìm trang chiếu trong video" in client.get(address(version)).text

    client.post(address(version, "/find"))

    assert "đang tìm trang chiếu" in client.get(address(version)).text


def test_the_picture_of_a_slide_is_fetched_under_the_permit_of_the_page(
    client, maker, version, slides
):
    assert f"/{slides.slides[0].file.sha256}/slide.webp" in client.get(address(version)).text
