"""Work for later: one table, claimed by a lease, so that a killed worker loses nothing.

A *job* is one piece of work under a key; a *worker* is a process that does jobs; an *obstacle* is
what a job waits for that could not go on, and by itself will.
"""

from elearn.jobs.models import Job, JobState, JobWorker, Obstacle
from elearn.jobs.queue import MOST_ATTEMPTS, claim, enqueue
from elearn.jobs.reading import job_by_key, jobs_by_key
from elearn.jobs.running import Cancelled, LeaseLost, extend, finish, give_up, release
from elearn.jobs.work import Handler, Handlers, Work

__all__ = [
    "MOST_ATTEMPTS",
    "Cancelled",
    "Handler",
    "Handlers",
    "Job",
    "JobState",
    "JobWorker",
    "LeaseLost",
    "Obstacle",
    "Work",
    "claim",
    "enqueue",
    "extend",
    "finish",
    "give_up",
    "job_by_key",
    "jobs_by_key",
    "release",
]
