"""Taking a file in by the page."""

import io
import os
import re

import pytest

from elearn.access import Role
from elearn.media import queries
from tests.make import accounts


@pytest.fixture
def maker(db, sign_in):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.INSTRUCTOR)
    db.commit()
    sign_in(account)
    return account


def sent(content, title="Quản lý hội viên", name="HV-15.mp4"):
    return {"title": title, "file": (io.BytesIO(content), name)}


@pytest.mark.ffmpeg
def test_a_film_is_taken_in(client, db, maker, here, studio):
    content = studio.film("short.mp4").read_bytes()

    answer = client.post("/media/upload", data=sent(content))

    assert answer.status_code == 303
    rows, _count = queries.media_page(db, 1)
    version = rows[0].version
    assert answer.location == f"/media/{version.medium_id}"
    assert (version.file_name, version.uploaded_by_id) == ("HV-15.mp4", maker.person_id)
    assert here.store.local_path(version.source.sha256).read_bytes() == content
    assert list(here.settings.temporary.iterdir()) == []


@pytest.mark.ffmpeg
def test_who_came_from_a_page_of_ours_is_led_back_there(client, db, maker, studio):
    content = studio.film("short.mp4").read_bytes()

    back = client.post("/media/upload?next=/lectures/BG-01/film", data=sent(content))
    away = client.post("/media/upload?next=//example.org", data=sent(content))

    assert back.location == "/lectures/BG-01/film"
    assert away.location.startswith("/media/")


@pytest.mark.ffmpeg
def test_a_better_film_is_taken_in_beside_the_one_that_is_played(client, db, maker, studio):
    first = client.post("/media/upload", data=sent(studio.film("short.mp4").read_bytes()))
    page = client.get(f"{first.location}/upload")
    assert "Bản đang xem giữ nguyên" in page.text

    other = studio.film("other.mp4", seconds=1.5).read_bytes()
    second = client.post(f"{first.location}/upload", data={"file": (io.BytesIO(other), "b.mp4")})

    assert second.location == first.location
    rows, _count = queries.media_page(db, 1)
    assert (rows[0].version.number, rows[0].medium.title) == (2, "Quản lý hội viên")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Tệp rỗng"),
        (b"PK\x03\x04", "không phải video"),
        (b"#EXTM3U\nfile:///etc/passwd", "danh sách phát"),
    ],
)
def test_what_is_no_film_comes_back_with_its_reason(client, maker, settings, content, words):
    answer = client.post("/media/upload", data=sent(content, name="bài.mp4"))

    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="Quản lý hội viên"' in answer.text
    assert list(settings.temporary.iterdir()) == []


def test_a_form_without_title_and_file_says_both(client, maker):
    answer = client.post("/media/upload", data={})

    assert answer.status_code == 422
    assert "Gõ tên của video." in answer.text
    assert "Chọn tệp cần tải lên." in answer.text


def test_a_file_that_is_too_large_is_refused(client, app, maker):
    app.config["MAX_CONTENT_LENGTH"] = 1000

    answer = client.post("/media/upload", data=sent(bytes(5000)))

    assert answer.status_code == 413
    assert "Tệp quá lớn" in answer.text


def test_a_form_from_elsewhere_is_refused(client, app, maker, settings):
    app.config["WTF_CSRF_ENABLED"] = True

    answer = client.post("/media/upload", data=sent(b"PK\x03\x04"))

    assert answer.status_code == 422
    assert list(settings.temporary.iterdir()) == []


def test_a_form_with_its_token_is_taken(client, app, maker):
    app.config["WTF_CSRF_ENABLED"] = True
    page = client.get("/media/upload").text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found

    answer = client.post("/media/upload", data={**sent(b"PK\x03\x04"), "csrf_token": found[1]})

    assert "không phải video" in answer.text


def test_what_a_killed_server_left_is_removed_after_a_day(client, maker, settings):
    old, new = settings.temporary / "upload-old", settings.temporary / "upload-new"
    for path in (old, new):
        path.write_bytes(b"x")
    os.utime(old, (0, 0))

    client.post("/media/upload", data=sent(b""))

    assert list(settings.temporary.iterdir()) == [new]


class Untouched(io.BytesIO):
    """A body that nobody may read."""

    def read(self, *_size):
        raise AssertionError("the body was read")

    readline = readinto = read


@pytest.mark.parametrize("role", [None, Role.LEARNER])
def test_nothing_is_read_of_a_file_from_who_may_not_send_it(client, db, sign_in, role):
    if role:
        account = accounts.account(db)
        accounts.role_grant(db, account, role)
        db.commit()
        sign_in(account)

    answer = client.post(
        "/media/upload",
        input_stream=Untouched(bytes(5000)),
        content_type="multipart/form-data; boundary=x",
    )

    assert answer.status_code == (403 if role else 303)
