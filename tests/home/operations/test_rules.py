"""How a job stands, as an operator sees it."""

from datetime import UTC, datetime, timedelta

import pytest

from elearn.__main__ import HANDLERS
from elearn.home.operations.rules import (
    KIND_NAMES,
    OBSTACLE_NAMES,
    STANDING_NAMES,
    Standing,
    standing_of,
    time_left,
)
from elearn.jobs import Job, JobState, Obstacle

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
LATELY, LONG_AGO = NOW - timedelta(minutes=1), NOW - timedelta(hours=1)
SOON = NOW + timedelta(minutes=1)


def running(**facts):
    held = {"state": JobState.RUNNING, "worker": "w", "lease_until": SOON, "started_at": LONG_AGO}
    return Job(**{"done": 0, "total": 0, **held, **facts})


@pytest.mark.parametrize(
    ("job", "standing"),
    [
        (running(moved_at=LATELY), Standing.AT_WORK),
        (running(started_at=LATELY), Standing.AT_WORK),
        (running(moved_at=LONG_AGO), Standing.STILL),
        (running(), Standing.STILL),
        (running(lease_until=LATELY), Standing.SILENT),
        (running(cancel_asked_at=LATELY), Standing.STOPPING),
        (Job(state=JobState.QUEUED), Standing.WAITING),
        (Job(state=JobState.QUEUED, run_after=SOON), Standing.LATER),
        (Job(state=JobState.QUEUED, run_after=LATELY), Standing.WAITING),
        (
            Job(state=JobState.QUEUED, run_after=LATELY, obstacle=Obstacle.ROOM),
            Standing.HINDERED,
        ),
        (Job(state=JobState.DONE), Standing.DONE),
        (Job(state=JobState.FAILED), Standing.FAILED),
        (Job(state=JobState.CANCELLED), Standing.CANCELLED),
    ],
)
def test_how_a_job_stands(job, standing):
    assert standing_of(job, NOW) is standing


@pytest.mark.parametrize(("done", "minutes"), [(50, 60), (75, 20), (4, None), (100, None)])
def test_how_long_it_will_take_if_it_goes_on_like_this(done, minutes):
    left = time_left(running(done=done, total=100), NOW)

    assert left == (None if minutes is None else timedelta(minutes=minutes))


def test_all_there_is_has_a_name():
    assert HANDLERS.keys() <= KIND_NAMES.keys()
    assert STANDING_NAMES.keys() == set(Standing)
    assert OBSTACLE_NAMES.keys() == set(Obstacle)
