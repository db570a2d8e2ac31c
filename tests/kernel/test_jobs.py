import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from elearn import jobs
from elearn.jobs import Job, JobState, LeaseLost, Work
from elearn.storage import Store
from tests import bases

pytestmark = pytest.mark.database
NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
LEASE = timedelta(seconds=30)
LATER = NOON + LEASE + timedelta(seconds=1)


def enqueue(real, *keys, priority=0, now=NOON):
    with real.writing() as db:
        return [
            jobs.enqueue(db, "count", {"key": key}, key=key, priority=priority, now=now).id
            for key in keys
        ]


def claim(real, worker="a", *, now=NOON, priority=0):
    """The key of the job that the worker took."""
    with real.writing() as db:
        job = jobs.claim(db, worker, lease=LEASE, now=now, priority=priority)
        return job.key if job else None


def kept(real, key="one"):
    with real.reading() as db:
        return jobs.job_by_key(db, key)


@pytest.fixture
def work(real, tmp_path):
    """`work("a")` is what worker a holds in its hands of the job "one"."""
    settings, store = bases.settings_at(tmp_path), Store(tmp_path)
    [job_id] = enqueue(real, "one")
    return lambda worker: Work(job_id, worker, {}, settings, real, store)


def test_one_key_stands_for_one_job(real):
    first = enqueue(real, "one")

    assert enqueue(real, "one", now=LATER) == first
    assert kept(real).enqueued_at == NOON


def test_a_second_wish_may_make_it_more_urgent_and_never_less(real):
    enqueue(real, "one", priority=5)
    enqueue(real, "one", priority=9)
    enqueue(real, "one", priority=1)

    assert kept(real).priority == 9


def test_two_connections_enqueue_one_job_under_a_key(real):
    together = threading.Barrier(4)

    def wish(_):
        together.wait(10)
        return enqueue(real, "one")[0]

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(wish, range(4)))

    assert len(ids) == 1


def test_what_the_transaction_does_not_keep_is_not_queued(real):
    with real.writes() as db:
        jobs.enqueue(db, "count", {}, key="one", now=NOON)
        db.rollback()

    assert kept(real) is None


def test_the_most_urgent_is_taken_first_and_then_the_oldest(real):
    enqueue(real, "first", "second")
    enqueue(real, "urgent", priority=5)

    assert [claim(real) for _ in range(4)] == ["urgent", "first", "second", None]


def test_a_worker_of_urgent_things_leaves_the_rest(real):
    enqueue(real, "one")

    assert claim(real, priority=1) is None


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


def test_a_job_ends_well_and_is_whole(real, work):
    claim(real, "a")
    work("a").report(3, 4)
    with real.writing() as db:
        jobs.finish(db, work("a"), now=LATER)

    assert (kept(real).state, kept(real).percent) == (JobState.DONE, 100)
    assert claim(real, "b", now=LATER) is None


@pytest.mark.parametrize("error", [None, "ValueError: bad"])
def test_a_job_that_ended_can_be_wished_for_anew(real, work, error):
    claim(real, "a")
    with real.writing() as db:
        jobs.finish(db, work("a"), now=NOON, error=error)

    enqueue(real, "one", now=LATER)

    assert (kept(real).state, kept(real).attempts, kept(real).error) == ("queued", 0, None)
    assert claim(real, "b", now=LATER) == "one"


def test_a_job_that_kills_its_workers_is_given_up_and_the_next_is_done(real):
    enqueue(real, "deadly", priority=1)
    enqueue(real, "harmless")
    moments = [NOON + n * 2 * LEASE for n in range(jobs.MOST_ATTEMPTS + 1)]

    taken = [claim(real, f"worker {n}", now=moment) for n, moment in enumerate(moments)]

    assert taken == ["deadly"] * jobs.MOST_ATTEMPTS + ["harmless"]
    assert (kept(real, "deadly").state, kept(real, "deadly").error) == (
        JobState.FAILED,
        "its workers died",
    )


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


def test_workers_that_race_never_do_a_job_twice(real):
    keys = [f"job {number}" for number in range(24)]
    enqueue(real, *keys)

    def until_empty(worker):
        return list(iter(lambda: claim(real, worker), None))

    with ThreadPoolExecutor(4) as pool:
        done = Counter(key for taken in pool.map(until_empty, "abcd") for key in taken)

    assert done == Counter(keys)


def test_the_jobs_of_many_keys_come_in_one_query(real, count_statements):
    enqueue(real, "one", "two")

    with count_statements() as statements, real.writing() as db:
        found = jobs.jobs_by_key(db, ["one", "two", "three"])

    assert sorted(found) == ["one", "two"]
    assert len(statements) == 1


def test_the_table_itself_refuses_a_running_job_without_a_worker(real):
    enqueue(real, "one")
    with real.writes() as db, pytest.raises(IntegrityError, match="ck_job_running_has_worker"):
        db.execute(update(Job).values(state=JobState.RUNNING))
