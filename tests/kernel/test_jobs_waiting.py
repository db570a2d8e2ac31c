"""Jobs that are put off, or wanted later."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from elearn import jobs
from elearn.jobs import Hindrance, Job, JobState, Obstacle
from tests.kernel.queueing import LATER, LEASE, NOON, claim, enqueue, kept

pytestmark = pytest.mark.database
SOON = NOON + timedelta(seconds=10)


def put_off(real, work, *, obstacle=Obstacle.AWAY, free_bytes=1000, now=NOON):
    with real.writing() as db:
        return jobs.put_off(db, work("a"), Hindrance(obstacle, "away", free_bytes), now=now)


def wish(real, run_after, key="one"):
    with real.writing() as db:
        jobs.enqueue(db, "count", {}, key=key, now=NOON, run_after=run_after)


def test_what_is_wanted_later_is_not_taken_before(real):
    wish(real, LATER)

    assert claim(real, now=LATER - timedelta(seconds=1)) is None
    assert claim(real, now=LATER) == "one"


@pytest.mark.parametrize(("second", "is_taken"), [(None, True), (SOON, False), (LATER, False)])
def test_a_second_wish_makes_it_no_later(real, second, is_taken):
    wish(real, SOON)
    wish(real, second)

    assert (claim(real, now=NOON) == "one") is is_taken
    assert kept(real).run_after == (None if is_taken else SOON)


def test_a_job_that_was_put_off_is_tried_again_by_itself_and_lost_no_attempt(real, work):
    claim(real, "a")
    put_off(real, work)

    waiting = kept(real)
    assert (waiting.state, waiting.attempts, waiting.run_after) == (JobState.QUEUED, 0, SOON)
    assert (waiting.obstacle, waiting.error) == (Obstacle.AWAY, "away")
    assert [claim(real, now=NOON), claim(real, now=SOON)] == [None, "one"]


def test_it_waits_longer_each_time(real, work):
    for moment in (NOON, NOON + LEASE):
        claim(real, "a", now=moment)
        put_off(real, work, now=moment)

    assert kept(real).run_after == NOON + LEASE + timedelta(seconds=30)


def test_a_wish_does_not_hurry_what_cannot_go_on(real, work):
    claim(real, "a")
    put_off(real, work)

    enqueue(real, "one")

    assert claim(real, now=NOON) is None


def test_its_end_forgets_what_stood_in_its_way(real, work):
    claim(real, "a")
    put_off(real, work)
    claim(real, "a", now=SOON)
    with real.writing() as db:
        jobs.finish(db, work("a"), now=SOON)

    done = kept(real)
    assert (done.state, done.obstacle, done.times_put_off, done.error) == ("done", None, 0, None)


def test_one_that_killed_its_programs_three_times_has_failed(real, work):
    for number in range(3):
        moment = NOON + number * timedelta(minutes=5)
        claim(real, "a", now=moment)
        put_off(real, work, obstacle=Obstacle.KILLED, now=moment)

    assert (kept(real).state, kept(real).error) == (JobState.FAILED, "away")


def test_whoever_lost_it_does_not_put_it_off(real, work):
    claim(real, "a")
    claim(real, "b", now=LATER)

    assert put_off(real, work, now=LATER) is None
    assert kept(real).worker == "b"


@pytest.mark.parametrize(("free", "taken"), [(1000, None), (1001, "one")])
def test_one_that_waits_for_room_is_taken_at_once_where_there_is_more(real, work, free, taken):
    claim(real, "a")
    put_off(real, work, obstacle=Obstacle.ROOM)
    with real.writing() as db:
        db.execute(update(Job).values(run_after=LATER))

    with real.writing() as db:
        job = jobs.claim(db, "b", lease=LEASE, now=SOON, free_bytes=free)

    assert (job and job.key) == taken


def test_more_room_hurries_only_what_waits_for_it(real, work):
    claim(real, "a")
    put_off(real, work, obstacle=Obstacle.AWAY)

    with real.writing() as db:
        assert jobs.claim(db, "b", lease=LEASE, now=NOON, free_bytes=1 << 40) is None
