"""A worker whose job cannot go on, is cancelled, or is not moved by anything."""

import errno
import threading

import pytest

from elearn import clock, confined, jobs
from elearn.cli import Installation, worker
from elearn.cli.worker import beating, draining
from elearn.confined import Limits
from elearn.errors import Refusal
from elearn.jobs import JobState, JobWorker, Obstacle, obstacles
from elearn.storage import Store
from elearn.text import msg
from tests import bases
from tests.kernel.queueing import enqueue, kept

pytestmark = pytest.mark.database
LIMITS = Limits(wall_seconds=60, cpu_seconds=5, memory_mb=64)
FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def place(real, tmp_path):
    settings = bases.settings_at(tmp_path)
    return Installation(settings, real, Store.at(settings.storage_url))


@pytest.fixture(autouse=True)
def _brisk(monkeypatch, keep_signals):
    monkeypatch.setattr(beating, "BEAT_SECONDS", 0.01)


def drain(place, **handlers):
    worker.run(place, handlers, drain=True, priority=0)


def cancel(real, work):
    with real.writing() as db:
        jobs.cancel(db, jobs.job_to_change(db, work.job_id), now=clock.now())


def test_a_full_disk_is_outlasted(real, place, monkeypatch, capsys):
    monkeypatch.setattr(obstacles, "PAUSES", (0,))
    answers = iter([FULL, FULL, None])

    def count(_work):
        if problem := next(answers):
            raise problem

    enqueue(real, "one")
    drain(place, count=count)

    assert (kept(real).state, kept(real).attempts) == (JobState.DONE, 1)
    assert "one: đĩa hết chỗ trống (OSError: [Errno 28] No space" in capsys.readouterr().out


def test_what_may_take_days_is_not_waited_for_by_who_drains(real, place, monkeypatch):
    monkeypatch.setattr(obstacles, "PAUSES", (600,))

    def count(work):
        if work.payload["key"] == "big":
            raise FULL

    enqueue(real, "big", "small")
    with pytest.raises(Refusal, match="1 việc chưa làm được và còn chờ: big"):
        drain(place, count=count)

    assert (kept(real, "big").obstacle, kept(real, "small").state) == (Obstacle.ROOM, "done")


def test_what_is_wanted_tomorrow_is_not_waited_for(real, place):
    with real.writing() as db:
        later = clock.now() + 2 * draining.PATIENCE
        jobs.enqueue(db, "count", {}, key="one", now=clock.now(), run_after=later)

    drain(place)

    assert kept(real).state is JobState.QUEUED


def test_a_cancelled_job_stops_at_its_next_report_and_the_next_is_done(real, place):
    reached = []

    def count(work):
        if work.payload["key"] == "one":
            cancel(real, work)
        work.report(1, 2)
        reached.append(work.payload["key"])

    enqueue(real, "one", "two")
    drain(place, count=count)

    assert (reached, kept(real).state) == (["two"], JobState.CANCELLED)


def test_a_program_that_never_says_a_word_ends_with_its_cancelled_job(real, place):
    def count(work):
        cancel(real, work)
        confined.run(["sleep", "50"], LIMITS)

    enqueue(real, "one")
    drain(place, count=count)

    assert kept(real).state is JobState.CANCELLED


def test_a_refusal_is_told_in_its_own_words(real, place):
    def count(_work):
        raise Refusal(msg("Không tới được máy chủ thư."))

    enqueue(real, "one")
    with pytest.raises(Refusal):
        drain(place, count=count)

    assert kept(real).error == "Không tới được máy chủ thư."


def test_a_worker_is_seen_for_as_long_as_it_works(real, place, monkeypatch):
    monkeypatch.setattr(jobs, "SEEN_SECONDS", 0.01)
    seen: list[JobWorker] = []

    def count(work):
        with real.reading() as db:
            seen.extend(jobs.workers_seen(db))
        while not _was_seen_again(real, work.worker):
            threading.Event().wait(0.01)

    enqueue(real, "one")
    drain(place, count=count)

    assert [one.process > 0 and one.free_bytes > 0 for one in seen] == [True]
    with real.reading() as db:
        assert jobs.workers_seen(db) == []


def _was_seen_again(real, name):
    with real.reading() as db:
        [one] = jobs.workers_seen(db)
    return one.name == name and one.seen_at > one.started_at
