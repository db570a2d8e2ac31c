"""Jobs in groups, and each as a list tells it: a bounded number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, UnaryExpression, func, select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.home.operations import rules
from elearn.home.operations.rules import Standing
from elearn.home.operations.things import names_of
from elearn.jobs import WORKERS_DIED, Job, JobState
from elearn.text import Message, msg

PAGE = 50
_DIED = msg(
    "Tiến trình làm việc này bị dừng đột ngột nhiều lần liền, có thể vì máy thiếu bộ nhớ"
    " hoặc tệp hỏng."
)


@dataclass(frozen=True, slots=True)
class Line:
    """A job as a list tells it."""

    job: Job
    name: str
    standing: Standing
    left: timedelta | None

    @property
    def kind(self) -> Message | str:
        return rules.kind_name(self.job.kind)

    @property
    def words(self) -> Message:
        """Return how it stands, in a few words."""
        if self.standing is Standing.HINDERED and self.job.obstacle:
            return rules.OBSTACLE_NAMES[self.job.obstacle]
        return rules.STANDING_NAMES[self.standing]

    @property
    def reason(self) -> Message | str:
        """Return why it failed or could not go on; a technical one as the machine said it."""
        return _DIED if self.job.error == WORKERS_DIED else self.job.error or ""

    @property
    def may_be_retried(self) -> bool:
        return self.standing in _RETRIED

    @property
    def may_be_cancelled(self) -> bool:
        return self.standing not in _NOT_CANCELLED


_RETRIED = (Standing.FAILED, Standing.CANCELLED, Standing.HINDERED, Standing.LATER)
_NOT_CANCELLED = (Standing.DONE, Standing.CANCELLED, Standing.STOPPING)

#: The groups of jobs, by the words in an address, each in the order in which they are looked at.
GROUPS: dict[str, tuple[ColumnElement[bool], tuple[UnaryExpression[Any], ...]]] = {
    "running": (Job.state == JobState.RUNNING, (Job.started_at.asc(), Job.id.asc())),
    "hindered": (
        (Job.state == JobState.QUEUED) & Job.obstacle.is_not(None),
        (Job.run_after.asc(), Job.id.asc()),
    ),
    "waiting": (
        (Job.state == JobState.QUEUED) & Job.obstacle.is_(None),
        (Job.priority.desc(), Job.id.asc()),
    ),
    "failed": (Job.state == JobState.FAILED, (Job.finished_at.desc(), Job.id.desc())),
    "cancelled": (Job.state == JobState.CANCELLED, (Job.finished_at.desc(), Job.id.desc())),
    "done": (Job.state == JobState.DONE, (Job.finished_at.desc(), Job.id.desc())),
}


def job_by_id(db: Session, job_id: int) -> Job:
    """Return a job.

    :raise NotFound: if there is none.
    """
    job = db.get(Job, job_id)
    if job is None:
        raise NotFound(msg("Không có việc số %(number)s.", number=job_id))
    return job


def lines_of(db: Session, jobs: Sequence[Job], now: datetime) -> list[Line]:
    """Return jobs as lists tell them."""
    names = names_of(db, jobs)
    return [
        Line(
            job,
            names.get(job.id, ""),
            rules.standing_of(job, now),
            rules.time_left(job, now) if job.state is JobState.RUNNING else None,
        )
        for job in jobs
    ]


def page_of(db: Session, group: str, now: datetime, *, page: int = 1) -> tuple[list[Line], int]:
    """Return one page of a group, and how many jobs the group has."""
    count = count_of(db, group)
    jobs = db.scalars(in_order(group).offset((page - 1) * PAGE).limit(PAGE)).all()
    return lines_of(db, jobs, now), count


def count_of(db: Session, group: str) -> int:
    """Return how many jobs a group has."""
    return db.scalar(select(func.count()).select_from(Job).where(GROUPS[group][0])) or 0


def in_order(group: str) -> Select[Job]:
    """Return the jobs of a group as they are looked at."""
    which, order = GROUPS[group]
    return select(Job).where(which).order_by(*order)
