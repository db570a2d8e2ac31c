"""Work for later: one table, claimed by a lease, so that a killed worker loses nothing.

A *job* is one piece of work under a key; a *worker* is a process that does jobs; an *obstacle* is
what a job waits for that could not go on, and by itself will.
"""

from elearn.jobs.acts import cancel, job_to_change, retry
from elearn.jobs.models import Job, JobState, JobWorker, Obstacle
from elearn.jobs.obstacles import obstacle_of
from elearn.jobs.queue import MOST_ATTEMPTS, WORKERS_DIED, claim, enqueue
from elearn.jobs.reading import job_by_key, jobs_by_key
from elearn.jobs.room import folders, free_bytes
from elearn.jobs.running import (
    Cancelled,
    Hindrance,
    LeaseLost,
    extend,
    finish,
    give_up,
    put_off,
    release,
)
from elearn.jobs.work import Handlers, Work
from elearn.jobs.workers import SEEN_SECONDS, SILENT, enlist, see, strike_off, workers_seen

__all__ = [
    "MOST_ATTEMPTS",
    "SEEN_SECONDS",
    "SILENT",
    "WORKERS_DIED",
    "Cancelled",
    "Handlers",
    "Hindrance",
    "Job",
    "JobState",
    "JobWorker",
    "LeaseLost",
    "Obstacle",
    "Work",
    "cancel",
    "claim",
    "enlist",
    "enqueue",
    "extend",
    "finish",
    "folders",
    "free_bytes",
    "give_up",
    "job_by_key",
    "job_to_change",
    "jobs_by_key",
    "obstacle_of",
    "put_off",
    "release",
    "retry",
    "see",
    "strike_off",
    "workers_seen",
]
