"""Uploads by tus 1.0.0: every answer the protocol knows."""

import errno
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

import pytest
from sqlalchemy import select

from elearn import clock, jobs
from elearn.media.models import FileUpload, UploadState
from elearn.media.views.tus import creating
from elearn.storage import Directory, StoreAway
from tests.make import media as make
from tests.media.tus import BYTES, FILM, UPLOADS, VERSION, kept, sum_of, told


def test_what_the_server_can_do_is_told_to_anybody(client):
    answer = client.options(UPLOADS)

    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == answer.headers["Tus-Resumable"] == "1.0.0"
    assert answer.headers["Tus-Max-Size"] == "2048000000"
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha1,sha256"
    assert answer.headers["Tus-Extension"] == (
        "creation,creation-with-upload,termination,checksum,expiration"
    )
    assert client.options(f"{UPLOADS}/x").headers["Tus-Version"] == "1.0.0"


def test_a_file_comes_in_two_parts_and_is_handed_to_the_worker(her, db, sender, store):
    facts = told(filename="HV-15.mp4", title="Quản lý hội viên")
    address = her.begun(10, **{"Upload-Metadata": facts})

    first = her.send(address, 0, FILM[:4])
    assert (first.status_code, first.headers["Upload-Offset"]) == (204, "4")
    asked = her.ask(address)
    assert (asked.headers["Upload-Offset"], asked.headers["Upload-Length"]) == ("4", "10")
    assert asked.headers["Upload-Metadata"] == facts
    assert asked.headers["Cache-Control"] == "no-store"
    last = her.send(address, 4, FILM[4:])

    assert (last.status_code, last.headers["Upload-Offset"]) == (204, "10")
    upload = kept(db)
    assert (upload.state, upload.person_id) == (UploadState.WHOLE, sender.person_id)
    assert (upload.title, upload.file_name) == ("Quản lý hội viên", "HV-15.mp4")
    assert b"".join(store.piece(one.name) for one in store.pieces(upload.folder)) == FILM
    job = jobs.job_by_key(db, upload.job_key)
    assert job
    assert job.payload == {"upload": upload.id}


def test_the_first_bytes_may_come_with_the_beginning(her, db):
    answer = her.create(10, FILM[:4])

    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "4")
    assert her.offset(answer.location) == 4
    assert kept(db).writer is None


def test_more_first_bytes_than_the_file_has_begin_nothing(her, db):
    assert her.create(4, FILM).status_code == 413
    assert db.scalar(select(FileUpload)) is None


def test_what_is_too_large_is_so_on_a_full_disk_too(her, db, monkeypatch):
    monkeypatch.setattr(creating, "enough_room", lambda _folder, _size: False)

    assert her.create(2**50).status_code == 413
    assert her.create(10).status_code == 507
    assert db.scalar(select(FileUpload)) is None


def test_a_fingerprint_is_kept_without_what_no_database_keeps(her, db):
    her.begun(10, **{"Upload-Metadata": told(fingerprint="10-\0ab")})

    assert kept(db).fingerprint == "10-ab"


def test_an_empty_file_is_whole_at_once(her, db):
    assert her.offset(her.begun(0)) == 0
    assert kept(db).state is UploadState.WHOLE


def test_when_an_upload_runs_out_is_told_while_bytes_are_still_to_come(her):
    answer = her.create(10)

    assert answer.headers["Upload-Expires"].endswith("GMT")
    sent = her.send(answer.location, 0, FILM[:4])
    assert sent.headers["Upload-Expires"].endswith("GMT")
    assert "Upload-Expires" not in her.send(answer.location, 4, FILM[4:]).headers


def test_bytes_that_match_their_sum_are_kept(her):
    address = her.begun(10)

    assert her.send(address, 0, FILM, **{"Upload-Checksum": sum_of(FILM)}).status_code == 204


def test_bytes_that_do_not_match_their_sum_are_not_kept(her, db):
    address = her.begun(10)

    answer = her.send(address, 0, FILM, **{"Upload-Checksum": sum_of(b"other")})

    assert answer.status_code == 460
    assert (her.offset(address), kept(db).writer) == (0, None)
    assert her.send(address, 0, FILM, **{"Upload-Checksum": sum_of(FILM)}).status_code == 204


def test_while_one_request_writes_another_waits(her, db):
    address = her.begun(10)
    upload = kept(db)
    upload.writer, upload.writer_until = "another", clock.now() + timedelta(seconds=9)
    db.commit()

    assert her.send(address, 0, FILM).status_code == 423
    upload.writer_until = clock.now() - timedelta(seconds=1)
    db.commit()
    assert her.send(address, 0, FILM).status_code == 204


def test_an_upload_that_was_taken_back_is_gone(her, db):
    address = her.begun(10)

    assert her.remove(address).status_code == 204
    assert kept(db).state is UploadState.REMOVED
    assert [her.ask(address).status_code, her.send(address, 0, FILM).status_code] == [410, 410]
    assert her.remove(address).status_code == 410
    assert her.listed() == []


def test_what_is_whole_is_not_taken_back_any_more(her):
    address = her.begun(10)
    her.send(address, 0, FILM)

    assert her.remove(address).status_code == 409


def test_an_upload_that_has_run_out_is_gone(her, db):
    address = her.begun(10)
    kept(db).expires_at = clock.now()
    db.commit()

    assert [her.ask(address).status_code, her.send(address, 0, FILM).status_code] == [410, 410]


def test_a_line_that_lets_only_posts_through_is_enough(her):
    address = her.begun(10)
    facts = {**VERSION, "Upload-Offset": "0", "Content-Type": BYTES}
    instead = facts | {"X-HTTP-Method-Override": "PATCH"}

    assert her.client.post(address, headers=instead, data=FILM[:4]).status_code == 204
    assert her.client.post(address, headers=facts, data=FILM).status_code == 405
    gone = {**VERSION, "X-HTTP-Method-Override": "DELETE"}
    assert her.client.post(address, headers=gone).status_code == 204


class Full(Directory, scheme="full"):
    """A directory on a disk that is full, or has gone away."""

    problem: ClassVar[Exception]

    def lay(self, name: str, data: bytes) -> None:
        del name, data
        raise self.problem


@pytest.fixture(params=[OSError(errno.ENOSPC, "full"), StoreAway("away")])
def full(request, app, here, store):
    """`full()` leaves no room in the store from now on."""

    def fill():
        Full.problem = request.param
        app.extensions["installation"] = replace(here, store=Full(store.folder))

    return fill


def test_what_finds_no_room_may_come_later(her, db, full):
    address = her.begun(10)
    her.send(address, 0, FILM[:4])
    full()

    answer = her.send(address, 4, FILM[4:])

    assert answer.status_code == 507
    assert "Phần đã gửi được giữ" in answer.get_json()["text"]
    assert (her.offset(address), kept(db).writer) == (4, None)


def test_a_film_may_be_replaced_by_an_upload(her, db, sender):
    medium = make.medium(db, created_by_id=sender.person_id)
    foreign = make.medium(db)
    db.commit()

    her.begun(10, **{"Upload-Metadata": told(medium=str(medium.id))})

    assert (kept(db).medium_id, kept(db).title) == (medium.id, "Quản lý hội viên")
    for other, status in ((foreign.id, 403), (10**6, 404), (10**12, 404)):
        facts = {"Upload-Metadata": told(medium=str(other))}
        assert her.create(10, **facts).status_code == status


def test_a_name_typed_meanwhile_is_kept(her, db):
    address = her.begun(10)

    answer = her.client.put(f"{address}/title", json={"title": " Quản lý  hội phí "})

    assert answer.get_json()["title"] == "Quản lý hội phí" == kept(db).title
    assert her.client.put(f"{address}/title", json={"title": ""}).get_json()["title"] == "HV-15"
    assert her.client.put(f"{address}/title", json=["a"]).get_json()["title"] == "HV-15"
    assert her.client.put(f"{address}/title", json={"title": "\ud800b"}).get_json()["title"] == "b"


def test_a_sum_of_the_other_kind_is_tested_too(her):
    address = her.begun(10)
    wrong = f"sha1 {b64encode(bytes(20)).decode()}"

    assert her.send(address, 0, FILM, **{"Upload-Checksum": wrong}).status_code == 460
