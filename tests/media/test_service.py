"""Media taken in, renewed, tried again, published."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from elearn import jobs, media
from elearn.access import Actor, Grant, Role
from elearn.audit import AuditEntry
from elearn.db import UNKNOWN_START
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.jobs import JobState
from elearn.media import service
from elearn.media.models import VersionState
from elearn.media.service import About, Received
from elearn.storage import Kept
from elearn.text import msg
from tests.make import media as make
from tests.make import people

NOW = datetime(2026, 11, 21, 13, tzinfo=UTC)


@pytest.fixture
def maker(db):
    grant = Grant(Role.INSTRUCTOR, "/1/", UNKNOWN_START)
    return Actor(people.person(db).id, (grant,))


def upload(actor, digest="a" * 64):
    return Received(Kept(digest, 1000), About("Quản lý hội viên", "HV-15.mp4", actor))


def job_of(db, version):
    job = jobs.job_by_key(db, version.job_key)
    assert job
    return job


def test_an_upload_becomes_the_first_version_of_a_medium_and_a_job(db, maker):
    version = media.add(db, upload(maker), now=NOW)

    job = job_of(db, version)
    assert (version.number, version.state) == (1, VersionState.WAITING)
    assert (version.medium.title, version.medium.created_by_id) == (
        "Quản lý hội viên",
        maker.person_id,
    )
    assert (job.kind, job.payload, job.state) == (
        "media.transcode",
        {"version": version.id},
        JobState.QUEUED,
    )


def test_who_uploaded_stands_in_the_audit(db, maker):
    version = media.add(db, upload(maker), now=NOW)

    entry = db.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert (entry.person_id, entry.action, entry.subject_id) == (
        maker.person_id,
        "media.version_added",
        version.id,
    )


def test_a_learner_uploads_nothing(db, maker):
    with pytest.raises(Forbidden):
        media.add(db, upload(Actor(maker.person_id)), now=NOW)


def test_a_better_film_is_the_next_version(db, maker):
    first = media.add(db, upload(maker), now=NOW)

    second = media.renew(db, first.medium, upload(maker, "b" * 64), now=NOW)

    assert (second.medium_id, second.number) == (first.medium_id, 2)


def test_the_same_file_again_is_the_version_that_is_there(db, maker):
    first = media.add(db, upload(maker), now=NOW)

    assert media.renew(db, first.medium, upload(maker), now=NOW) is first


def test_the_same_file_again_after_a_failure_is_tried_again(db, maker):
    first = media.add(db, upload(maker), now=NOW)
    job_of(db, first).state = JobState.DONE
    service.fail(db, first, msg("Không giải mã được."), now=NOW)

    media.renew(db, first.medium, upload(maker), now=NOW)

    assert (first.state, job_of(db, first).state) == (VersionState.WAITING, JobState.QUEUED)


def test_a_film_of_somebody_else_is_not_renewed(db, maker):
    version = make.medium_version(db)

    with pytest.raises(Forbidden):
        media.renew(db, version.medium, upload(maker), now=NOW)


def test_a_failed_version_is_tried_again_from_its_source(db, maker):
    version = media.add(db, upload(maker), now=NOW)
    job = job_of(db, version)
    job.state = JobState.DONE
    service.fail(db, version, msg("Không giải mã được."), now=NOW)
    assert str(version.told_reason) == "Không giải mã được."

    media.retry(db, maker, version, now=NOW)

    assert (version.state, version.reason, job.state) == (
        VersionState.WAITING,
        None,
        JobState.QUEUED,
    )


def test_a_version_whose_workers_died_is_tried_again(db, maker):
    version = media.add(db, upload(maker), now=NOW)
    service.begin(db, version)
    job = job_of(db, version)
    job.state, job.error = JobState.FAILED, "its workers died"

    media.retry(db, maker, version, now=NOW)

    assert (version.state, job.state) == (VersionState.WAITING, JobState.QUEUED)


def test_a_version_that_was_asked_for_while_its_job_was_ending_is_tried_again(db, maker):
    version = media.add(db, upload(maker), now=NOW)
    job = job_of(db, version)
    job.state, job.worker = JobState.RUNNING, "a worker"
    service.fail(db, version, msg("Không giải mã được."), now=NOW)
    media.retry(db, maker, version, now=NOW)
    job.state, job.worker = JobState.DONE, None

    media.retry(db, maker, version, now=NOW)

    assert (version.state, job.state) == (VersionState.WAITING, JobState.QUEUED)


def test_what_is_under_way_or_ready_is_not_tried_again(db, maker):
    version = media.add(db, upload(maker), now=NOW)

    with pytest.raises(Conflict):
        media.retry(db, maker, version, now=NOW)


def test_a_stranger_tries_nothing_again(db, maker):
    version = make.medium_version(db)

    with pytest.raises(Forbidden):
        media.retry(db, maker, version, now=NOW)


@pytest.mark.parametrize("title", ["", "   ", "a" * 301])
def test_a_film_has_a_title(store, tmp_path, title):
    with pytest.raises(InvalidInput) as caught:
        media.receive(store, tmp_path / "nothing", About(title))

    assert "title" in caught.value.fields


def test_captions_take_the_place_of_those_in_the_same_language(db):
    version = make.medium_version(db)
    make.caption(db, version, "vi")

    srt = "1\n00:00:01,000 --> 00:00:02,500\nPhụ đề mới\n"
    media.add_captions(db, version, language="vi", text=srt, now=NOW)
    media.add_captions(db, version, language="en", text=srt, now=NOW)

    db.expire(version)
    assert [one.language for one in version.captions] == ["vi", "en"]
    assert version.captions[0].text.startswith("WEBVTT")
    assert "Phụ đề mới" in version.captions[0].text


def test_captions_in_no_language_are_refused(db):
    with pytest.raises(InvalidInput):
        media.add_captions(db, make.medium_version(db), language="xx", text="WEBVTT", now=NOW)
