"""The way of a file from its source to what is played, or to the reason why not."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from elearn import clock, jobs, media
from elearn.cli import Installation
from elearn.jobs import LeaseLost, Work
from elearn.media import hls, service
from elearn.media.jobs import transcode
from elearn.media.models import VersionState
from elearn.media.service import About
from tests.make import media as make

pytestmark = pytest.mark.ffmpeg


@dataclass(frozen=True)
class Bench:
    """An installation, its session, and a worker on it."""

    here: Installation
    db: Session

    def take_in(self, path: Path) -> media.MediumVersion:
        """Return the version of a file that was handed in."""
        upload = media.receive(self.here.store, path, About("Quản lý hội viên"))
        return media.add(self.db, upload, now=clock.now())

    def work_on(self, version: media.MediumVersion) -> Work:
        """Return the work of a worker that has claimed the version's job."""
        job = jobs.job_by_key(self.db, version.job_key)
        assert job
        job.state, job.worker = jobs.JobState.RUNNING, "a worker"
        self.db.commit()
        here = self.here
        return Work(job.id, "a worker", job.payload, here.settings, here.database, here.store)

    def left_behind(self) -> list[str]:
        return [path.name for path in self.here.settings.temporary.iterdir()]


@pytest.fixture
def bench(here, db):
    return Bench(here, db)


@pytest.fixture
def version(bench, studio):
    """A short film that waits."""
    return bench.take_in(studio.film("short.mp4"))


def test_a_film_becomes_playable(bench, db, version):
    transcode(bench.work_on(version))

    db.expire_all()
    playable = media.playable_of(db, version.medium_id)
    assert [weight.name for weight in playable.weights] == ["240p", "144p", "audio", "opus"]
    assert playable.seconds in (1, 2)
    assert version.poster
    for one in version.renditions:
        last = hls.segments(one.playlist)[-1]
        file = bench.here.store.local_path(one.file.sha256)
        assert file.stat().st_size == last.offset + last.size
    assert bench.left_behind() == []


def test_a_version_that_is_ready_is_left_alone(bench, db):
    ready = make.medium_version(db)
    make.job(db, ready)

    transcode(bench.work_on(ready))

    db.expire_all()
    assert ready.state is VersionState.READY


def test_what_a_killed_run_left_is_cleared_away(bench, db, version):
    work = bench.work_on(version)
    others = f"job-{work.job_id}1-of-another"
    for name in (f"job-{work.job_id}-killed", others):
        (bench.here.settings.temporary / name).mkdir()
    service.begin(db, version)
    db.commit()

    transcode(work)

    db.expire_all()
    assert version.state is VersionState.READY
    assert bench.left_behind() == [others]


def test_a_file_that_cannot_be_used_is_refused_in_words(bench, capsys, studio):
    version = bench.take_in(studio.film("blink.mp4", seconds=0.5))

    transcode(bench.work_on(version))

    bench.db.expire_all()
    assert version.state is VersionState.FAILED
    assert "Tệp gốc vẫn được giữ" in str(version.told_reason)
    assert "media version" in capsys.readouterr().err


def test_who_lost_the_lease_publishes_nothing(bench, db, version, monkeypatch):
    monkeypatch.setattr("elearn.media.jobs._REPORT_SECONDS", 0)
    work = bench.work_on(version)
    job = db.get(jobs.Job, work.job_id)
    job.worker = "another worker"
    db.commit()

    with pytest.raises(LeaseLost):
        transcode(work)

    db.expire_all()
    assert version.renditions == []
    assert bench.left_behind() == []
