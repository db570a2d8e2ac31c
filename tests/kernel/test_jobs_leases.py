import pytest

from elearn import jobs
from elearn.jobs import JobState, LeaseLost
from tests.kernel.queueing import LATER, claim, enqueue, kept

pytestmark = pytest.mark.database


def test_a_job_under_a_lease_is_nobody_elses(real):
    enqueue(real, "one")
    claim(real, "a")

    assert claim(real, "b") is None


def test_a_silent_workers_job_is_taken_over(real):
    enqueue(real, "one")
    claim(real, "a")

    assert claim(real, "b", now=LATER) == "one"
    assert (kept(real).worker, kept(real).attempts) == ("b", 2)


def test_progress_keeps_the_lease(real, work):
    claim(real, "a")
    with real.writing() as db:
        jobs.extend(db, work("a"), done=1, total=4, now=LATER)

    assert claim(real, "b", now=LATER) is None
    assert kept(real).percent == 25


def test_whoever_lost_the_lease_is_told_at_the_next_report(real, work):
    claim(real, "a")
    claim(real, "b", now=LATER)

    with pytest.raises(LeaseLost):
        work("a").report(1, 4)


def test_whoever_lost_the_lease_writes_no_outcome(real, work):
    claim(real, "a")
    claim(real, "b", now=LATER)

    with pytest.raises(LeaseLost), real.writing() as db:
        work("a").hold(db)


def test_a_job_that_was_given_back_is_not_its_old_workers_any_more(real, work):
    claim(real, "a")
    with real.writing() as db:
        jobs.release(db, work("a"))

    with pytest.raises(LeaseLost):
        work("a").report(1, 4)


@pytest.mark.parametrize("error", [None, "ValueError: bad"])
def test_the_old_workers_end_is_not_the_jobs_end(real, work, error):
    claim(real, "a")
    claim(real, "b", now=LATER)

    with real.writing() as db:
        jobs.finish(db, work("a"), now=LATER, error=error)

    assert (kept(real).state, kept(real).worker) == (JobState.RUNNING, "b")


def test_giving_a_job_back_costs_no_attempt(real, work):
    claim(real, "a")
    with real.writing() as db:
        jobs.release(db, work("a"))

    assert (kept(real).state, kept(real).attempts) == (JobState.QUEUED, 0)
    assert claim(real, "b") == "one"


def test_only_its_worker_can_give_a_job_back(real, work):
    claim(real, "a")
    claim(real, "b", now=LATER)
    with real.writing() as db:
        jobs.release(db, work("a"))

    assert kept(real).worker == "b"
