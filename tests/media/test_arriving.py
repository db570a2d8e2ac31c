"""The way of an upload that is whole to its film, or to the reason why it is none."""

from datetime import timedelta

import pytest

from elearn import accounts as people
from elearn import clock, jobs
from elearn.access import Role
from elearn.errors import Conflict
from elearn.jobs import LeaseLost, Work
from elearn.media.arriving import clear, receive
from elearn.media.models import FileUpload, UploadPiece, UploadState
from elearn.media.queries.uploads import is_stuck
from elearn.media.service import uploading
from elearn.media.service.uploading import RECEIVE
from elearn.people import Person
from tests.make import accounts
from tests.make import media as make
from tests.make.uploads import file_upload
from tests.stores import bucket, either, s3

__all__ = ["bucket", "either", "s3"]
pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def owner(db):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.INSTRUCTOR)
    return account


class Arrival:
    """An upload that is whole, and the worker that has claimed it."""

    def __init__(self, here, db, store, owner):
        self.here, self.db, self.store, self.owner = here, db, store, owner

    def of(self, content, **values):
        """Lay the bytes down in two pieces, and return the work on them."""
        person = self.db.get_one(Person, self.owner.person_id)
        facts = {"length": len(content), "received": len(content), "state": UploadState.WHOLE}
        facts["expires_at"] = clock.now() + timedelta(days=1)
        self.upload = file_upload(self.db, person, **facts, **values)
        half = len(content) // 2
        for start, piece in ((0, content[:half]), (half, content[half:])):
            name = f"{self.upload.folder}/{start:016}-one"
            self.store.lay(name, piece)
            row = {"start": start, "size": len(piece), "name": name}
            self.db.add(UploadPiece(upload_id=self.upload.id, **row))
        payload = {"upload": self.upload.id}
        job = jobs.enqueue(self.db, RECEIVE, payload, key=self.upload.job_key, now=clock.now())
        job.state, job.worker = jobs.JobState.RUNNING, "a worker"
        self.db.commit()
        settings, database = self.here.settings, self.here.database
        return Work(job.id, "a worker", payload, settings, database, self.store)

    def now(self):
        return self.db.get_one(FileUpload, self.upload.id, populate_existing=True)


@pytest.fixture
def arrival(here, db, either, owner):
    return Arrival(here, db, either, owner)


def test_an_upload_becomes_a_film(arrival, db, either, studio, owner):
    content = studio.film("short.mp4").read_bytes()

    receive(arrival.of(content))

    upload = arrival.now()
    version = upload.version
    assert (upload.state, upload.cleared_at) == (UploadState.TAKEN, None)
    assert b"".join(either.read(version.source.sha256)) == content
    assert (version.medium.title, version.file_name) == ("Quản lý hội viên", "HV-15.mp4")
    assert version.uploaded_by_id == version.medium.created_by_id == owner.person_id
    job = jobs.job_by_key(db, version.job_key)
    assert job
    assert job.kind == "media.transcode"
    assert list(arrival.here.settings.temporary.iterdir()) == []


@pytest.fixture
def beside(here, db, store, owner):
    return Arrival(here, db, store, owner)


def test_an_upload_becomes_the_next_version_of_a_film(beside, db, studio, owner):
    medium = make.medium(db, created_by_id=owner.person_id)
    make.medium_version(db, medium)
    work = beside.of(studio.film("short.mp4").read_bytes(), medium_id=medium.id)

    receive(work)
    receive(work)  # A worker that was killed before it could say that it was done.

    assert (beside.now().version.medium_id, beside.now().version.number) == (medium.id, 2)


def test_what_is_no_film_is_kept_with_the_reason(beside, store):
    receive(beside.of(b"PK\x03\x04 a document"))

    upload = beside.now()
    assert upload.state is UploadState.REFUSED
    assert "không phải video" in str(upload.told_reason)
    assert upload.expires_at > clock.now()
    assert len(store.pieces(upload.folder)) == 2


def test_a_piece_that_is_gone_is_said_so(beside, store):
    work = beside.of(b"0123456789")
    store.lift(beside.upload.folder)

    receive(work)

    assert "làm mất một phần" in str(beside.now().told_reason)


def test_who_lost_the_work_writes_nothing(beside, db, studio):
    work = beside.of(studio.film("short.mp4").read_bytes())
    job = jobs.job_by_key(db, beside.upload.job_key)
    assert job
    job.worker = "another"
    db.commit()

    with pytest.raises(LeaseLost):
        receive(work)

    assert beside.now().state is UploadState.WHOLE


def test_the_pieces_of_a_film_that_was_taken_are_cleared_away(beside, db, store, studio, settings):
    receive(beside.of(studio.film("short.mp4").read_bytes()))
    assert store.pieces(beside.upload.folder)

    clear(settings, beside.here.database)

    assert store.pieces(beside.upload.folder) == []
    assert beside.now().cleared_at
    assert beside.now().version.source.size > 0


def test_what_no_worker_will_look_at_any_more_is_looked_at_when_its_owner_asks(beside, db):
    beside.of(b"0123456789")
    job = jobs.job_by_key(db, beside.upload.job_key)
    assert job
    job.state, job.worker, job.error = jobs.JobState.FAILED, None, "its workers died"
    actor = people.actor_of(db, beside.owner.person_id, day=clock.today())
    assert is_stuck(db, beside.upload)

    uploading.retry_upload(db, actor, beside.upload.token, now=clock.now())

    assert job.state is jobs.JobState.QUEUED
    with pytest.raises(Conflict):
        uploading.retry_upload(db, actor, beside.upload.token, now=clock.now())


def test_what_no_worker_will_look_at_any_more_may_be_taken_back(beside, db):
    beside.of(b"0123456789")
    job = jobs.job_by_key(db, beside.upload.job_key)
    assert job
    job.state, job.worker, job.error = jobs.JobState.FAILED, None, "its workers died"
    actor = people.actor_of(db, beside.owner.person_id, day=clock.today())

    uploading.remove_upload(db, actor, beside.upload.token, now=clock.now())

    assert beside.upload.state is UploadState.REMOVED
