"""What stood in a job's way, and when it is tried again. No database, no clock."""

import errno
from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy.exc import OperationalError

from elearn.confined import Killed
from elearn.errors import Refusal
from elearn.jobs.models import Obstacle

#: Seconds until the next try, and then again and again the last: without chance, so that an
#: operator can say when.
PAUSES = (10, 30, 60, 120, 300, 600)
#: How often a job is tried that its machine could not bear; what is away, or full, may take days.
MOST_KILLED = 3

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_SQLITE_FULL, _POSTGRESQL_FULL = 13, "53100"


def obstacle_of(problem: BaseException) -> Obstacle | None:
    """Return what stood in the way, or None where the job itself is at fault: it has failed."""
    if isinstance(problem, Refusal):
        return None
    found = (_obstacle(one) for one in _causes(problem))
    return next((one for one in found if one), None)


def pause_after(obstacle: Obstacle, put_off: int) -> timedelta | None:
    """Return how long a job waits that was put off so often before, or None to give it up."""
    if obstacle is Obstacle.KILLED and put_off + 1 >= MOST_KILLED:
        return None
    return timedelta(seconds=PAUSES[min(put_off, len(PAUSES) - 1)])


def _causes(problem: BaseException) -> Iterator[BaseException]:
    """Give a problem and what it came from; a library may have put its own around ours."""
    seen: BaseException | None = problem
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _obstacle(problem: BaseException) -> Obstacle | None:
    if isinstance(problem, OperationalError):
        return Obstacle.ROOM if _is_full(problem.orig) else Obstacle.DATABASE
    if isinstance(problem, OSError) and problem.errno in _NO_ROOM:
        return Obstacle.ROOM
    if isinstance(problem, ConnectionError | TimeoutError):
        return Obstacle.AWAY
    return Obstacle.KILLED if isinstance(problem, MemoryError | Killed) else None


def _is_full(problem: BaseException | None) -> bool:
    """Return whether the disk of the database is full."""
    is_sqlite = getattr(problem, "sqlite_errorcode", None) == _SQLITE_FULL
    return is_sqlite or getattr(problem, "sqlstate", None) == _POSTGRESQL_FULL
