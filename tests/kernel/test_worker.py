import os
import signal
import threading
from dataclasses import replace
from datetime import timedelta
from itertools import chain, repeat

import pytest
from sqlalchemy.exc import OperationalError

from elearn import clock, jobs
from elearn.cli import Installation, worker
from elearn.cli.worker import beating, doing, loop
from elearn.errors import Refusal
from elearn.jobs import JobState, obstacles
from elearn.storage import Directory
from tests import bases

pytestmark = pytest.mark.database
LONG_AGO = 1_600_000_000


@pytest.fixture
def place(real, tmp_path):
    return Installation(bases.settings_at(tmp_path), real, Directory(tmp_path / "files"))


@pytest.fixture(autouse=True)
def _signals(keep_signals):
    """The worker takes the signals of its process; the tests give them back."""


def enqueue(real, *keys, kind="count"):
    with real.writing() as db:
        for key in keys:
            jobs.enqueue(db, kind, {"key": key}, key=key, now=clock.now())


def kept(real, key):
    with real.reading() as db:
        return jobs.job_by_key(db, key)


def away(*_args, **_facts):
    raise OperationalError("SELECT 1", {}, ConnectionError("the server closed the connection"))


def drain(place, **handlers):
    worker.run(place, handlers, drain=True, priority=0)


def test_a_worker_does_what_waits_and_ends(real, place):
    done = []
    enqueue(real, "one", "two")

    drain(place, count=lambda work: done.append(work.payload["key"]))

    assert done == ["one", "two"]
    assert kept(real, "two").state is JobState.DONE


def test_a_job_that_fails_is_told_and_the_next_is_done(real, place, capsys):
    def count(work):
        if work.payload["key"] == "bad":
            raise ValueError("không đếm được")

    enqueue(real, "bad", "good")

    with pytest.raises(Refusal, match="1 việc bị hỏng: bad"):
        drain(place, count=count)

    assert kept(real, "bad").error == "ValueError: không đếm được"
    assert kept(real, "good").state is JobState.DONE
    assert "bad: hỏng, ValueError" in capsys.readouterr().out


@pytest.mark.parametrize("step", ["claim", "finish"])
def test_a_database_that_was_away_ends_neither_worker_nor_job(real, place, monkeypatch, step):
    """It comes back, and what could not be written down is written a moment later."""
    steps = chain([away], repeat(getattr(jobs, step)))

    def answer(*args, **facts):
        return next(steps)(*args, **facts)

    monkeypatch.setattr(jobs, step, answer)
    monkeypatch.setattr(loop, "IDLE_SECONDS", 0.01)
    monkeypatch.setattr(doing, "PAUSE_SECONDS", 0.01)
    enqueue(real, "one")

    drain(place, count=lambda _work: None)

    assert (kept(real, "one").state, kept(real, "one").attempts) == (JobState.DONE, 1)


def test_an_end_that_cannot_be_written_down_is_left_to_the_lease(real, place, monkeypatch):
    monkeypatch.setattr(doing, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(loop, "IDLE_SECONDS", 0.01)
    steps = chain([away, away], repeat(jobs.finish))

    def answer(*args, **facts):
        return next(steps)(*args, **facts)

    monkeypatch.setattr(jobs, "finish", answer)
    enqueue(real, "one")
    settings = replace(place.settings, job_lease_seconds=0)

    drain(replace(place, settings=settings), count=lambda _work: None)

    assert (kept(real, "one").state, kept(real, "one").attempts) == (JobState.DONE, 3)


def test_a_job_is_not_at_fault_when_the_database_is_away(real, place, monkeypatch):
    """It is put off, and goes on by itself."""
    done = []

    def count(work):
        done.append(work)
        if len(done) == 1:
            away()

    monkeypatch.setattr(obstacles, "PAUSES", (0,))
    enqueue(real, "one")

    drain(place, count=count)

    assert (len(done), kept(real, "one").state) == (2, JobState.DONE)


def test_a_job_of_an_unknown_kind_fails_and_says_so(real, place):
    enqueue(real, "one", kind="dance")

    with pytest.raises(Refusal):
        drain(place)

    assert kept(real, "one").error == "KeyError: 'dance'"


def test_a_lost_job_is_left_to_whoever_took_it(real, place):
    def lose(work):
        with real.writing() as db:
            late = clock.now() + timedelta(hours=1)
            jobs.claim(db, "another", lease=timedelta(hours=1), now=late)
        with real.writing() as db:
            jobs.finish(db, jobs.Work(work.job_id, "another", {}, *here), now=clock.now())
        work.report(1, 2)

    here = (place.settings, place.database, place.store)
    enqueue(real, "one")

    drain(place, count=lose)

    assert (kept(real, "one").state, kept(real, "one").error) == (JobState.DONE, None)
    assert kept(real, "one").attempts == 2


def test_a_worker_begins_by_clearing_what_killed_processes_left_long_ago(place):
    folder = place.settings.temporary
    left = [folder / name for name in ("old-film", "old-upload", "fresh-film")]
    for path in left[::2]:
        path.mkdir()
        (path / "240p.mp4").touch()
    left[1].touch()
    for path in left[:2]:
        os.utime(path, (LONG_AGO, LONG_AGO))

    drain(place)

    assert [path.exists() for path in left] == [False, False, True]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_told_to_end_gives_its_job_back(real, place, number):
    def wait(_work):
        os.kill(os.getpid(), number)
        threading.Event().wait(10)

    enqueue(real, "one")

    drain(place, count=wait)

    assert (kept(real, "one").state, kept(real, "one").attempts) == (JobState.QUEUED, 0)


def test_a_worker_follows_beside_its_jobs_and_ends_quietly(real, place):
    followed = threading.Event()

    def follow(_settings, _database):
        followed.set()
        return False

    def wait(_work):
        assert followed.wait(30)
        os.kill(os.getpid(), signal.SIGTERM)
        threading.Event().wait(10)

    enqueue(real, "one")

    worker.run(place, {"count": wait}, drain=False, priority=0, followers=[follow])

    assert kept(real, "one").state is JobState.QUEUED


def test_being_told_twice_tears_nothing(real, place, monkeypatch):
    def wait(_work):
        os.kill(os.getpid(), signal.SIGINT)
        threading.Event().wait(10)

    def release_under_a_second_signal(db, work):
        os.kill(os.getpid(), signal.SIGTERM)
        release(db, work)

    release = jobs.release
    monkeypatch.setattr(jobs, "release", release_under_a_second_signal)
    enqueue(real, "one")

    drain(place, count=wait)

    assert kept(real, "one").state is JobState.QUEUED


def test_the_heartbeat_keeps_the_lease_of_a_job_that_says_nothing(real, place, monkeypatch):
    beaten = threading.Event()
    extend = jobs.extend

    def heard(db, work, **facts):
        extend(db, work, **facts)
        beaten.set()

    monkeypatch.setattr(jobs, "extend", heard)
    monkeypatch.setattr(beating, "BEAT_SECONDS", 0.01)
    enqueue(real, "one")

    drain(place, count=lambda _work: beaten.wait(30))

    assert beaten.is_set()
    assert kept(real, "one").state is JobState.DONE
