"""Uploads by tus 1.0.0: what is refused, and that nothing is kept of it."""

import pytest
from sqlalchemy import select

from elearn.media.models import FileUpload
from tests.media.tus import BYTES, FILM, told


@pytest.mark.parametrize(
    "headers",
    [
        {"Upload-Length": ""},
        {"Upload-Length": "-5"},
        {"Upload-Length": "many"},
        {"Upload-Metadata": "name ***"},
        {"Upload-Metadata": told(medium="x")},
        {"Upload-Checksum": "md5 YQ=="},
    ],
)
def test_what_is_not_said_as_the_protocol_has_it_is_refused(her, db, headers):
    answer = her.create(10, **headers)

    assert answer.status_code == 400
    assert answer.headers["Tus-Resumable"] == "1.0.0"
    assert db.scalar(select(FileUpload)) is None


def test_another_version_is_not_spoken(her):
    address = her.begun(10)
    old = {"Tus-Resumable": "0.2.2", "Upload-Offset": "0", "Content-Type": BYTES}

    answer = her.client.patch(address, headers=old, data=FILM)

    assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")
    assert her.client.head(address).status_code == 412
    assert her.offset(address) == 0


def test_bytes_that_do_not_follow_are_refused(her):
    address = her.begun(10)
    her.send(address, 0, FILM[:4])

    assert [her.send(address, place, b"xx").status_code for place in (0, 3, 5)] == [409] * 3
    assert her.send(address, 0, b"x", **{"Upload-Offset": "x"}).status_code == 400
    assert her.offset(address) == 4


def test_bytes_under_another_name_are_refused(her):
    address = her.begun(10)

    for kind in ("application/octet-stream", "multipart/form-data; boundary=b", ""):
        assert her.send(address, 0, FILM, **{"Content-Type": kind}).status_code == 415
    assert her.offset(address) == 0


def test_more_than_the_file_has_is_refused(her):
    address = her.begun(10)

    assert her.send(address, 0, FILM + b"!").status_code == 413
    assert her.offset(address) == 0
    assert her.send(address, 0, FILM).status_code == 204
    assert her.send(address, 10, b"!").status_code == 413
    assert her.send(address, 10, b"").status_code == 204


def test_a_file_beyond_the_limit_is_refused_in_words(her):
    answer = her.create(2_048_000_001)

    assert answer.status_code == 413
    assert "lớn hơn mức nhận là 2 GB" in answer.get_json()["text"]
