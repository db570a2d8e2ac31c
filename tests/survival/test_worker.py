import subprocess
import sys

import pytest
from sqlalchemy import select

from elearn import clock, media
from elearn.jobs import JobState, job_by_key
from elearn.media import Rendition, VersionState
from tests.browser import living
from tests.media.films import Studio
from tests.survival.processes import DEADLINE_SECONDS, family, is_alive, wait_until

pytestmark = [pytest.mark.database, pytest.mark.ffmpeg]
MEASURED = 20  # What the job shows once the film was measured and is being transcoded.


@pytest.fixture
def version(place, tmp_path):
    """A film that waits to be transcoded; long enough to be killed over."""
    film = Studio(tmp_path).film("film.mp4", seconds=20, size="640x480")
    about = media.About(title="Phim dài", file_name="film.mp4")
    upload = media.receive(place.store, film, about)
    with place.database.writing() as db:
        made = media.add(db, upload, now=clock.now())
        return made.id, made.job_key


def worker(place, *options):
    return subprocess.Popen(
        [sys.executable, "-m", "elearn", "worker", *options],
        cwd=living.ROOT,
        env=living.environment_of(place) | {"ELEARN_JOB_LEASE_SECONDS": "1"},
        stdout=subprocess.DEVNULL,
    )


def job(place, key):
    with place.database.reading() as db:
        return job_by_key(db, key)


def programs_of(process):
    """Return what a worker has started, once there is something: one program follows another."""
    found: list[set[int]] = []

    def is_any():
        found.append(family(process.pid))
        return bool(found[-1])

    wait_until(is_any, "a program of its runs")
    return found[-1]


def renditions(place, version_id):
    with place.database.reading() as db:
        found = select(Rendition).where(Rendition.version_id == version_id)
        return {one.name: one.file.sha256 for one in db.scalars(found)}


def test_a_film_outlasts_the_worker_that_was_killed_over_it(place, version):
    version_id, key = version
    first = worker(place)
    wait_until(lambda: job(place, key).done > MEASURED, "the film is being transcoded")
    orphans = programs_of(first)
    first.kill()
    first.wait()
    wait_until(lambda: not any(map(is_alive, orphans)), "its programs have ended with it")
    assert list(place.settings.temporary.rglob("*.m3u8")) == []  # Written last of all.
    assert renditions(place, version_id) == {}

    second = worker(place, "--drain")
    assert second.wait(DEADLINE_SECONDS) == 0

    done = job(place, key)
    assert (done.state, done.attempts, done.percent) == (JobState.DONE, 2, 100)
    with place.database.reading() as db:
        assert media.version_by_id(db, version_id).state is VersionState.READY
    kept = renditions(place, version_id)
    assert sorted(kept) == ["144p", "240p", "360p", "480p", "audio", "opus"]
    for digest in kept.values():
        assert place.store.is_whole(digest)
    assert list(place.settings.temporary.iterdir()) == []
    assert list((place.settings.home / "files").glob("under-way-*")) == []
