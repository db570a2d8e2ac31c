"""What was put aside of report files is tried again by a worker once its time has come."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from elearn.access import Actor
from elearn.jobs import Job, JobState, Work
from elearn.learning.offline.jobs import try_again, want_retries
from elearn.learning.offline.service.files import Taking, bring
from tests.learning.offline.away import SECRET, at
from tests.learning.offline.carrying import brought, report_file
from tests.make import people


@pytest.fixture
def aside(db, terms):
    """An envelope that nobody can read, put aside at noon."""
    broken = brought(report_file("A" * 43 + ' {"lease":'))
    actor, by = Actor(people.person(db).id), Taking(SECRET, terms)
    [file] = bring(db, actor, [broken], by, now=at(0))
    db.commit()
    return file.envelopes[0]


def test_a_worker_tries_once_an_hour_what_is_due_and_then_waits_longer(db, here, aside):
    asked = [_wanted(here, db, at(minutes * 60)) for minutes in (59, 61, 62)]
    with time_machine.travel(at(3700), tick=False):
        [job] = db.scalars(select(Job)).all()
        job.state, job.worker = JobState.RUNNING, "a worker"
        db.commit()
        try_again(Work(job.id, "a worker", {}, here.settings, here.database, here.store))

    db.refresh(aside)
    assert asked == [0, 1, 1]
    assert (aside.tries, aside.retry_at) == (2, at(3700) + timedelta(hours=2))


def _wanted(here, db, moment):
    """Return how many jobs there are once the follower has looked."""
    with time_machine.travel(moment, tick=False):
        want_retries(here.settings, here.database)
    return len(db.scalars(select(Job)).all())
