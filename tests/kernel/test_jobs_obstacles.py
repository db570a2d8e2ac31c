"""What stood in a job's way, and when it is tried again."""

import errno
import os
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import OperationalError

from elearn.confined import Killed
from elearn.errors import Refusal
from elearn.jobs import Obstacle, obstacle_of
from elearn.jobs.obstacles import MOST_KILLED, PAUSES, pause_after
from elearn.storage import StoreAway
from elearn.text import msg

NO_ROOM = OSError(errno.ENOSPC, "No space left on device")


def full_sqlite(folder):
    """Return what SQLite says when its file may not grow any more."""
    with closing(sqlite3.connect(folder / "full.sqlite3")) as base:
        base.execute("CREATE TABLE sample (words TEXT)")
        base.execute("PRAGMA max_page_count = 2")
        with pytest.raises(sqlite3.OperationalError, match="full") as told:
            base.execute("INSERT INTO sample VALUES (?)", ["x" * 100_000])
    return told.value


def wrapped(problem):
    """Return a problem as a library hands it on, with words of its own around it."""
    try:
        raise ValueError("cannot write the film") from problem
    except ValueError as told:
        return told


@pytest.mark.parametrize(
    ("problem", "obstacle"),
    [
        (NO_ROOM, Obstacle.ROOM),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), Obstacle.ROOM),
        (wrapped(NO_ROOM), Obstacle.ROOM),
        (OperationalError("SELECT 1", {}, ConnectionError("closed")), Obstacle.DATABASE),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), Obstacle.AWAY),
        (TimeoutError("no answer"), Obstacle.AWAY),
        (StoreAway("no answer"), Obstacle.AWAY),
        (Killed(""), Obstacle.KILLED),
        (MemoryError(), Obstacle.KILLED),
        (OSError(errno.EACCES, "Permission denied"), None),
        (ValueError("bad"), None),
        (Refusal(msg("Tệp này không xem được.")), None),
    ],
)
def test_what_is_no_fault_of_the_job_is_told_from_what_is(problem, obstacle):
    assert obstacle_of(problem) is obstacle


def test_a_refusal_is_final_whatever_it_came_from():
    refusal = Refusal(msg("Tệp này không xem được."))
    refusal.__cause__ = NO_ROOM

    assert obstacle_of(refusal) is None


def test_a_disk_is_really_full_when_the_system_says_so():
    with pytest.raises(OSError, match="No space") as told, open("/dev/full", "wb", 0) as disk:
        os.write(disk.fileno(), b"x")

    assert obstacle_of(told.value) is Obstacle.ROOM


def test_a_database_whose_disk_is_full_waits_for_room(tmp_path):
    problem = OperationalError("INSERT", {}, full_sqlite(tmp_path))

    assert obstacle_of(problem) is Obstacle.ROOM


def test_pauses_grow_without_chance_and_go_on_for_ever():
    pauses = [pause_after(Obstacle.ROOM, number) for number in range(len(PAUSES) + 3)]

    told = [pause.total_seconds() for pause in pauses if pause]
    assert told == [*PAUSES, PAUSES[-1], PAUSES[-1], 600]


def test_what_the_machine_cannot_bear_is_given_up():
    pauses = [pause_after(Obstacle.KILLED, number) for number in range(MOST_KILLED)]

    assert [pause is None for pause in pauses] == [False, False, True]
