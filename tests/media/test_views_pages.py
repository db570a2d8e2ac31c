"""The pages of makers: who may open them, and what they show."""

import io

import pytest

from elearn.access import Role
from elearn.media.models import VersionState
from tests.make import media as make

REASON = {"template": "Tệp dừng ở phút %(minute)s. Tệp gốc vẫn được giữ.", "values": {"minute": 12}}


@pytest.fixture
def failed(db):
    version = make.medium_version(db, state=VersionState.FAILED, reason=REASON)
    db.commit()
    return version


def addresses(version):
    return [
        f"/media/versions/{version.id}/phone",
        "/media/upload",
        f"/media/{version.medium_id}",
        f"/media/{version.medium_id}/upload",
    ]


def posts(version):
    return [
        "/media/upload",
        f"/media/{version.medium_id}/upload",
        f"/media/versions/{version.id}/retry",
        f"/media/versions/{version.id}/captions",
    ]


def test_who_is_not_signed_in_is_asked_to(client, failed):
    answers = [client.get(address) for address in addresses(failed)]
    answers += [client.post(address) for address in posts(failed)]

    assert {answer.status_code for answer in answers} == {303}
    assert all("sign-in" in answer.location for answer in answers)


def test_a_learner_is_refused_in_words(client, failed, enter):
    enter(Role.LEARNER)

    answers = [client.get(address) for address in addresses(failed)]
    answers += [client.post(address) for address in posts(failed)]

    assert {answer.status_code for answer in answers} == {403}
    assert "không dành cho tài khoản" in answers[0].text


def test_an_instructor_sees_the_media_of_others_but_cannot_change_them(client, failed, enter):
    enter(Role.INSTRUCTOR)

    page = client.get(f"/media/{failed.medium_id}")

    assert page.status_code == 200
    assert "Thử lại" not in page.text
    changing = [client.post(address).status_code for address in posts(failed)[1:]]
    assert changing == [403, 403, 403]


def test_a_film_is_shown_alone_as_on_a_telephone(client, db, enter):
    enter(Role.INSTRUCTOR)
    playable = make.playable(db)
    db.commit()

    page = client.get(f"/media/versions/{playable.version_id}/phone")

    assert "240p.mp4" in page.text
    assert "xem trước để góp ý" not in page.text
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert client.get(f"/media/{playable.medium_id}").text.count("/phone") == 2


def test_a_page_reloads_itself_only_while_something_is_under_way(client, db, enter):
    enter(Role.CENTRAL)
    version = make.medium_version(db)
    db.commit()
    still = client.get(f"/media/{version.medium_id}").text
    make.job(db, make.medium_version(db, version.medium, number=2, state=VersionState.AT_WORK))
    db.commit()

    busy = client.get(f"/media/{version.medium_id}").text

    assert "data-reload" not in still
    assert "data-reload" in busy
    assert "Đang xử lý" in busy


def test_a_ready_version_shows_what_learners_will_have(client, db, enter):
    enter(Role.INSTRUCTOR)
    playable = make.playable(db, seconds=125)
    db.commit()

    page = client.get(f"/media/{playable.medium_id}").text

    assert "Video 480p" in page
    assert "Chỉ tiếng" in page
    assert "2:05" in page


def test_the_centre_has_a_failed_version_tried_again(client, db, failed, enter):
    enter(Role.CENTRAL)
    before = client.get(f"/media/{failed.medium_id}").text
    assert "Tệp dừng ở phút 12" in before

    answer = client.post(f"/media/versions/{failed.id}/retry")

    assert answer.status_code == 303
    after = client.get(answer.location).text
    assert "Chờ xử lý" in after
    assert "Tệp dừng" not in after


def test_captions_are_given_to_a_version(client, db, enter):
    enter(Role.CENTRAL)
    version = make.medium_version(db)
    db.commit()
    file = (io.BytesIO(b"1\n00:00:01,000 --> 00:00:02,000\nA\n"), "a.srt")

    data = {"language": "vi", "captions": file}
    answer = client.post(f"/media/versions/{version.id}/captions", data=data)

    assert answer.status_code == 303
    assert "Tiếng Việt" in client.get(answer.location).text


def test_what_is_no_captions_comes_back_with_its_reason(client, db, enter):
    enter(Role.CENTRAL)
    version = make.medium_version(db)
    db.commit()

    data = {"language": "vi", "captions": (io.BytesIO(b"\x89PNG"), "a.srt")}
    answer = client.post(f"/media/versions/{version.id}/captions", data=data)

    assert answer.status_code == 422
    assert "Đây không phải tệp phụ đề" in answer.text


@pytest.mark.parametrize("address", ["/media/999999", "/media/999999/upload"])
def test_what_does_not_exist_is_not_found(client, enter, address):
    enter(Role.CENTRAL)

    assert client.get(address).status_code == 404


def test_a_new_film_that_waits_is_led_to_its_release(client, db, enter):
    enter(Role.CENTRAL)
    version = make.medium_version(db)
    newer = make.medium_version(db, version.medium, number=2)
    make.rendition(db, newer)
    db.commit()
    address = f"/media/versions/{newer.id}/release"

    waiting = client.get(f"/media/{version.medium_id}").text
    make.release(db, newer)
    db.commit()
    released = client.get(f"/media/{version.medium_id}").text

    assert "Bản này chờ phát hành." in waiting
    assert address in waiting
    assert address not in released
