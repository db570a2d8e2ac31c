import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from elearn import jobs
from elearn.jobs import Job, JobState
from tests.kernel.queueing import LATER, LEASE, NOON, claim, enqueue, kept

pytestmark = pytest.mark.database


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
        together.wait(30)
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
