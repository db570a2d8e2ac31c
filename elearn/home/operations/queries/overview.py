"""What an operator looks at first: how everything stands, in a bounded number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.home.operations import rules
from elearn.home.operations.queries.listing import GROUPS, Line, count_of, in_order, lines_of
from elearn.jobs import Job, JobState, JobWorker, Obstacle, workers_seen
from elearn.media import MediumVersion
from elearn.storage import StoredFile

SHOWN = {"running": 10, "hindered": 10, "waiting": 5, "failed": 10}  # Of each group.
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """The beginning of a group, and how many there are."""

    lines: tuple[Line, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything an operator looks at first."""

    groups: dict[str, Shown]
    oldest: datetime | None
    done_lately: int
    workers: Sequence[JobWorker]
    at: datetime

    @property
    def alive(self) -> list[JobWorker]:
        return [one for one in self.workers if rules.is_alive(one, self.at)]

    @property
    def stuck(self) -> list[Line]:
        """Return what runs, and does not get on."""
        return [one for one in self.groups["running"].lines if one.standing in rules.STUCK]

    @property
    def wanting_room(self) -> list[Line]:
        return [one for one in self.groups["hindered"].lines if one.job.obstacle is Obstacle.ROOM]

    @property
    def has_nobody(self) -> bool:
        """Whether something waits, and no worker is there to do it."""
        open_groups = (self.groups[name].count for name in ("running", "hindered", "waiting"))
        return not self.alive and any(open_groups)

    @property
    def is_calm(self) -> bool:
        troubles = (self.stuck, self.groups["hindered"].count, self.groups["failed"].count)
        return not (self.has_nobody or any(troubles))


def overview(db: Session, now: datetime) -> Overview:
    """Return how everything stands; four queries for each group at the most."""
    lately = (Job.state == JobState.DONE) & (Job.finished_at > now - _DAY)
    queued = select(func.min(Job.enqueued_at)).where(GROUPS["waiting"][0])
    return Overview(
        {name: _shown(db, name, now) for name in SHOWN},
        db.scalar(queued),
        db.scalar(select(func.count()).select_from(Job).where(lately)) or 0,
        workers_seen(db),
        now,
    )


def _shown(db: Session, group: str, now: datetime) -> Shown:
    """Return the beginning of a group; it is counted only where it goes on."""
    most = SHOWN[group]
    jobs = db.scalars(in_order(group).limit(most + 1)).all()
    count = count_of(db, group) if len(jobs) > most else len(jobs)
    return Shown(tuple(lines_of(db, jobs[:most], now)), count)


@dataclass(frozen=True, slots=True)
class Weights:
    """What the kept files weigh, in bytes: all of them, and of these the uploaded ones."""

    files: int
    sources: int


def weights(db: Session) -> Weights:
    """Return what the kept files weigh."""
    sources = select(MediumVersion.source_id)
    uploaded = select(func.sum(StoredFile.size)).where(StoredFile.id.in_(sources))
    return Weights(db.scalar(select(func.sum(StoredFile.size))) or 0, db.scalar(uploaded) or 0)
