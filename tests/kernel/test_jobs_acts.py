"""Jobs that people cancel or have tried again."""

import pytest

from elearn import jobs
from elearn.errors import Conflict, NotFound
from elearn.jobs import Cancelled, Hindrance, JobState, Obstacle
from tests.kernel.queueing import LATER, NOON, claim, enqueue, kept

pytestmark = pytest.mark.database


def cancel(real, *, now=NOON):
    with real.writing() as db:
        jobs.cancel(db, jobs.job_to_change(db, kept(real).id), now=now)


def retry(real):
    with real.writing() as db:
        jobs.retry(db, jobs.job_to_change(db, kept(real).id))


def finish(real, work, error=None):
    with real.writing() as db:
        jobs.finish(db, work("a"), now=NOON, error=error)


def test_one_that_waits_and_is_cancelled_is_done_by_nobody(real):
    enqueue(real, "one")
    cancel(real)

    assert (kept(real).state, kept(real).finished_at) == (JobState.CANCELLED, NOON)
    assert claim(real) is None


def test_whoever_does_it_is_told_at_the_next_report(real, work):
    claim(real, "a")
    cancel(real)

    with pytest.raises(Cancelled):
        work("a").report(1, 4)
    with pytest.raises(Cancelled), real.writing() as db:
        work("a").hold(db)


def test_it_is_cancelled_when_it_has_stopped(real, work):
    claim(real, "a")
    cancel(real)
    assert kept(real).state is JobState.RUNNING

    with real.writing() as db:
        jobs.give_up(db, work("a"), now=LATER)

    assert kept(real).state is JobState.CANCELLED


@pytest.mark.parametrize(("error", "state"), [(None, "done"), ("ValueError: bad", "cancelled")])
def test_one_that_ended_before_it_was_told(real, work, error, state):
    claim(real, "a")
    cancel(real)

    finish(real, work, error)

    assert kept(real).state == state


def test_one_that_cannot_go_on_and_is_not_wanted_waits_for_nothing(real, work):
    claim(real, "a")
    cancel(real)
    with real.writing() as db:
        jobs.put_off(db, work("a"), Hindrance(Obstacle.ROOM, "full", 0), now=NOON)

    assert (kept(real).state, kept(real).obstacle) == (JobState.CANCELLED, None)


def test_one_whose_worker_died_over_it_is_not_begun_again(real):
    enqueue(real, "one")
    claim(real, "a")
    cancel(real)

    assert claim(real, "b", now=LATER) is None
    assert kept(real).state is JobState.CANCELLED


def test_one_whose_worker_is_silent_is_cancelled_at_once(real):
    enqueue(real, "one")
    claim(real, "a")

    cancel(real, now=LATER)

    assert kept(real).state is JobState.CANCELLED


def test_one_that_is_wanted_after_all_goes_on(real, work):
    claim(real, "a")
    cancel(real)
    enqueue(real, "one")

    work("a").report(1, 4)

    assert kept(real).percent == 25


def test_one_that_failed_is_put_aside_with_its_reason(real, work):
    claim(real, "a")
    finish(real, work, "ValueError: bad")

    cancel(real)

    assert (kept(real).state, kept(real).error) == (JobState.CANCELLED, "ValueError: bad")


def test_what_is_done_or_cancelled_cannot_be_cancelled(real, work):
    claim(real, "a")
    cancel(real)
    with pytest.raises(Conflict):
        cancel(real)
    finish(real, work)
    with pytest.raises(Conflict):
        cancel(real)


def test_one_that_failed_is_tried_again_at_once_as_if_it_were_new(real, work):
    claim(real, "a")
    finish(real, work, "ValueError: bad")

    retry(real)

    assert (kept(real).attempts, kept(real).error) == (0, None)
    assert claim(real, "a") == "one"


def test_one_that_waits_for_something_is_tried_at_once(real, work):
    claim(real, "a")
    with real.writing() as db:
        jobs.put_off(db, work("a"), Hindrance(Obstacle.AWAY, "away", 0), now=NOON)

    retry(real)

    assert claim(real, "a") == "one"


def test_what_runs_or_is_done_is_not_tried_again(real, work):
    claim(real, "a")
    with pytest.raises(Conflict):
        retry(real)
    finish(real, work)
    with pytest.raises(Conflict):
        retry(real)


def test_there_is_no_such_job(real):
    with pytest.raises(NotFound), real.writing() as db:
        jobs.job_to_change(db, 404)
