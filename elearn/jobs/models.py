"""The table of jobs, and that of the workers who do them."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class JobState(enum.StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OVER = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class Obstacle(enum.StrEnum):
    """What a job waits for that could not go on, through no fault of its own."""

    ROOM = "room"
    DATABASE = "database"
    AWAY = "away"
    KILLED = "killed"


class Job(Base):
    """One piece of work: what, how urgent, how far, and whose it is at the moment."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("(state = 'running') = (worker IS NOT NULL)", name="running_has_worker"),
        CheckConstraint("done BETWEEN 0 AND total", name="done_within_total"),
        CheckConstraint("times_put_off >= 0", name="times_put_off_not_negative"),
        CheckConstraint(
            "obstacle IS NULL OR state IN ('queued', 'running')", name="open_has_obstacle"
        ),
        Index("ix_job_claim", "state", "priority", "id"),
        Index("ix_job_ended", "state", "finished_at"),
    )

    id: Mapped[IntPk]
    kind: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(120), unique=True)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    priority: Mapped[int] = mapped_column(default=0)
    state: Mapped[JobState] = mapped_column(default=JobState.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    worker: Mapped[str | None] = mapped_column(String(80))
    lease_until: Mapped[datetime | None]
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    enqueued_at: Mapped[datetime]
    #: Nobody takes it before; none: at once.
    run_after: Mapped[datetime | None]
    #: When the worker that has it, or had it last, took it.
    started_at: Mapped[datetime | None]
    #: When it last got any further: a worker may be alive and its job not move.
    moved_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    #: Somebody does not want it any more; whoever does it stops at the next report.
    cancel_asked_at: Mapped[datetime | None]
    #: Why it was put off, how often in a row, and how many bytes were free when there was no room.
    obstacle: Mapped[Obstacle | None]
    times_put_off: Mapped[int] = mapped_column(default=0)
    free_bytes: Mapped[int | None] = mapped_column(BigInteger)

    @property
    def percent(self) -> int:
        """Return how much is done, 0–100."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens to it unless somebody wants it anew."""
        return self.state in OVER

    @property
    def is_broken(self) -> bool:
        """Whether it is over, and not done."""
        return self.is_over and self.state is not JobState.DONE


class JobWorker(Base):
    """A worker process: where it runs, since when, and when it was last heard of."""

    __tablename__ = "job_worker"
    __table_args__ = (CheckConstraint("seen_at >= started_at", name="seen_not_before_start"),)

    id: Mapped[IntPk]
    name: Mapped[str] = mapped_column(String(80), unique=True)
    host: Mapped[str] = mapped_column(String(255))
    process: Mapped[int]
    #: It takes no job below this priority.
    least_priority: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    #: What is free on the disk of its own folder.
    free_bytes: Mapped[int] = mapped_column(BigInteger)
