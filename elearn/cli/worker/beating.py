"""The heart of a worker: it keeps the lease of the job at hand, and says that it is alive."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import click
from sqlalchemy.exc import SQLAlchemyError

from elearn import clock, confined, jobs
from elearn.cli import Installation
from elearn.jobs import Cancelled, Job, JobWorker, LeaseLost, Work

BEAT_SECONDS = 2.0
_LONGEST_HOST = 255


@contextmanager
def heartbeat(work: Work, key: str) -> Iterator[None]:
    """Extend the lease while the job runs, and tell the operator how far it is.

    Once the job is another's, or nobody's, the program it waits for is ended: it may be one that
    never says a word, at which the job would notice by itself.
    """
    at_work, told = threading.get_ident(), 0

    def beat() -> None:
        nonlocal told
        try:
            percent = _extended(work)
        except (LeaseLost, Cancelled):
            confined.end_of(at_work)
            return
        if percent > told:
            told = percent
            click.echo(f"{key}: {percent}%")

    with _again_and_again(beat, min(BEAT_SECONDS, work.settings.job_lease_seconds / 3)):
        yield


def _extended(work: Work) -> int:
    with work.database.writing() as db:
        jobs.extend(db, work, done=0, total=0, now=clock.now())
        return db.get_one(Job, work.job_id).percent


@contextmanager
def presence(here: Installation, name: str, priority: int) -> Iterator[None]:
    """Say for as long as the worker works that it is there, and what room it has."""

    def see() -> None:
        with here.database.writing() as db:
            free = jobs.free_bytes(here.settings)
            jobs.see(db, name, free_bytes=free, now=clock.now())

    with suppress(SQLAlchemyError), here.database.writing() as db:  # Who is away hears it later.
        jobs.enlist(db, _worker(here, name, priority))
    try:
        with _again_and_again(see, jobs.SEEN_SECONDS):
            yield
    finally:
        with suppress(SQLAlchemyError), here.database.writing() as db:
            jobs.strike_off(db, name)


def _worker(here: Installation, name: str, priority: int) -> JobWorker:
    now = clock.now()
    return JobWorker(
        name=name,
        host=socket.gethostname()[:_LONGEST_HOST],
        process=os.getpid(),
        least_priority=priority,
        started_at=now,
        seen_at=now,
        free_bytes=jobs.free_bytes(here.settings),
    )


@contextmanager
def _again_and_again(do: Callable[[], None], pause: float) -> Iterator[None]:
    """Do something in a thread of its own until the work is over; a database may be away."""
    ended = threading.Event()

    def keep_doing() -> None:
        while not ended.wait(pause):
            with suppress(SQLAlchemyError):  # It may be back the next time.
                do()

    thread = threading.Thread(target=keep_doing, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
