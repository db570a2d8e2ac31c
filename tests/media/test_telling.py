"""What whoever uploaded a file is told of it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from elearn import jobs
from elearn.jobs import JobState
from elearn.media import queries, service
from elearn.media.jobs import fail_left
from elearn.media.models import VersionState
from elearn.notices import Kind, Notice
from elearn.notices.rules import text_of, title_of
from elearn.text import msg
from tests.make import media as make
from tests.make import people as cadres

NOW = datetime(2026, 11, 21, 13, tzinfo=UTC)


@pytest.fixture
def version(db):
    """A version on which a worker is at work, uploaded by somebody."""
    medium = make.medium(db, created_by_id=cadres.person(db).id)
    return make.medium_version(db, medium, state=VersionState.AT_WORK)


def notices(db, version):
    hers = Notice.person_id == version.medium.created_by_id
    return db.scalars(select(Notice).where(hers).order_by(Notice.id)).all()


def publish(db, version):
    made = service.Made(duration_ms=60_000, renditions=(), poster=None, remark=None)
    service.publish(db, version, made, now=NOW)


def break_off(db, version, state, **facts):
    job = make.job(db, version)
    job.state, job.worker = state, None
    for name, value in facts.items():
        setattr(job, name, value)
    db.flush()
    return job


def test_that_it_can_be_watched(db, version):
    publish(db, version)

    [notice] = notices(db, version)
    assert (notice.kind, notice.link) == (Kind.FILM_READY, f"/media/{version.medium_id}")
    assert str(title_of(notice.kind, notice.details)) == "Video “Quản lý hội viên” đã sẵn sàng"


def test_that_a_later_version_waits_to_be_released(db, version):
    version.number = 2
    db.flush()
    make.medium_version(db, version.medium)
    publish(db, version)

    [notice] = notices(db, version)
    assert notice.kind == Kind.FILM_TO_RELEASE


def test_why_it_cannot_in_the_language_of_whoever_reads_it(db, version):
    reason = msg("Tệp dài %(minutes)s phút, quá dài.", minutes=900)
    service.fail(db, version, reason, now=NOW)

    [notice] = notices(db, version)
    words = {reason.template: "The file lasts %(minutes)s minutes, too long."}
    told = text_of(notice.kind, notice.details).told(lambda text: words.get(text, text))
    assert told.endswith("Lý do: The file lasts 900 minutes, too long.")


def test_each_failure_is_told_and_a_success_once(db, version):
    for minutes in (0, 5):
        service.fail(db, version, msg("Không giải mã được."), now=NOW + timedelta(minutes=minutes))
    publish(db, version)
    publish(db, version)

    kinds = [notice.kind for notice in notices(db, version)]
    assert kinds == [Kind.FILM_FAILED, Kind.FILM_FAILED, Kind.FILM_READY]


def test_what_the_shell_brought_is_told_to_nobody(db):
    publish(db, make.medium_version(db, state=VersionState.AT_WORK))

    assert db.scalars(select(Notice)).all() == []


def test_whoever_renewed_it_is_told_and_not_who_began_it(db, version):
    version.uploaded_by_id = cadres.person(db).id
    publish(db, version)

    assert notices(db, version) == []
    [notice] = db.scalars(select(Notice))
    assert notice.person_id == version.uploaded_by_id


@pytest.mark.parametrize(
    ("state", "words"),
    [(JobState.FAILED, "Máy chủ bị lỗi"), (JobState.CANCELLED, "Người vận hành đã hủy")],
)
def test_a_version_whose_job_ended_without_a_word_has_failed(here, db, version, state, words):
    break_off(db, version, state)
    db.commit()

    assert fail_left(here.settings, here.database)
    assert not fail_left(here.settings, here.database)

    db.expire_all()
    assert version.state is VersionState.FAILED
    assert words in str(version.told_reason)
    assert [notice.kind for notice in notices(db, version)] == [Kind.FILM_FAILED]


def test_a_version_that_is_at_work_or_waits_for_room_is_left_alone(here, db, version):
    job = break_off(db, version, JobState.QUEUED, obstacle=jobs.Obstacle.ROOM)
    db.commit()

    assert not fail_left(here.settings, here.database)
    assert (version.state, job.state) == (VersionState.AT_WORK, JobState.QUEUED)


def test_the_page_of_a_film_says_what_its_work_waits_for(db, version):
    job = break_off(db, version, JobState.QUEUED, obstacle=jobs.Obstacle.ROOM)

    [row] = queries.rows_of(db, version.medium)

    assert str(row.waits_for) == "Máy chủ đang hết chỗ trống."
    job.state, job.worker = JobState.RUNNING, "a worker"
    assert row.waits_for is None
