"""Hosts for workers: homes of their own on this machine, with a database and a bucket in common."""

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select

from elearn import clock, media, migrations
from elearn.cli import Installation
from elearn.config import Settings
from elearn.jobs import Job, JobState
from elearn.migrations import tables
from elearn.storage import StoredFile
from tests.media.films import Studio
from tests.stores import S3Server

Seen = TypeVar("Seen")
TRANSCODE = "media.transcode"
GIVEN_UP, DONE = "một tiến trình khác đã nhận việc này", "xong"  # As a worker says it.
ROOT = Path(__file__).resolve().parents[2]
LEASE_SECONDS = 3
_PATIENCE_SECONDS = 600
_BETWEEN_LOOKS = 0.1
_AT_WORK_PERCENT = 25  # It is well beyond measuring the film, and far from done.


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker process on a host of its own, and where it writes what it says."""

    name: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def said(self) -> str:
        return self.log.read_text()


@dataclass(slots=True)
class Hosts:
    """A folder with the homes, and what they have in common."""

    folder: Path
    database_url: str
    s3: S3Server
    workers: list[Worker] = field(default_factory=list)

    def set_up(self) -> Installation:
        """Make the tables, and return the installation as the host of the web server sees it."""
        settings = Settings.from_environment(self._environment("desk"))
        here = Installation.of(settings)
        metadata = tables.db.Base.metadata
        metadata.drop_all(here.database.engine)
        metadata.create_all(here.database.engine)
        migrations.stamp(here.database.engine)
        return here

    def order(self, here: Installation, films: int, seconds: int) -> None:
        """Take in films, each of them different."""
        studio = Studio(self.folder)
        for number in range(films):
            film = studio.film(f"film-{number}.mp4", seconds=seconds + number, size="640x360")
            about = media.About(f"Phim số {number}", film.name)
            upload = media.receive(here.store, film, about)
            with here.database.writing() as db:
                media.add(db, upload, now=clock.now())
        print(f"{films} films of {seconds} s and more wait in the bucket")

    def worker(self, name: str) -> Worker:
        """Start a worker on a host that has nothing but its settings."""
        log = self.folder / f"{name}.log"
        with log.open("wb") as said:
            process = subprocess.Popen(
                [sys.executable, "-u", "-m", "elearn", "worker"],
                cwd=ROOT,
                env=self._environment(name),
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        self.workers.append(Worker(name, process, log))
        print(f"{name}: begins, with a home of its own")
        return self.workers[-1]

    def _environment(self, name: str) -> dict[str, str]:
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "ELEARN_HOME": str(self.folder / "homes" / name),
            "ELEARN_DATABASE_URL": self.database_url,
            "ELEARN_SECRET_KEY": "the same on all hosts",
            "ELEARN_JOB_LEASE_SECONDS": str(LEASE_SECONDS),
            **self.s3.environment("elearn"),
        }

    def end_all(self) -> None:
        for one in self.workers:
            one.process.terminate()
        for one in self.workers:
            one.process.wait(_PATIENCE_SECONDS)

    def wait_until_at_work(self, here: Installation, worker: Worker) -> Job:
        """Wait until a worker is well into a film, and return its job."""
        return _awaited(lambda: _job_of(here, worker), f"{worker.name} is well into a film")

    def wait_until_taken_over(self, here: Installation, job: Job) -> str:
        """Wait until another worker has a job, and return its name."""
        was = job.worker

        def taken() -> str | None:
            now = _job(here, job.id)
            return now.worker or "somebody, done" if now.worker != was else None

        return _awaited(taken, f"{job.key} is taken over")

    def wait_until_given_up(self, worker: Worker) -> bool:
        """Wait until a worker says that another has its job."""
        return _awaited(lambda: GIVEN_UP in worker.said(), f"{worker.name} gives up its film")

    def wait_until_all_is_done(self, here: Installation) -> None:
        _awaited(lambda: not _open_jobs(here), "no job is left")

    def films_by_worker(self) -> dict[str, int]:
        """Return how many jobs each worker said it has done."""
        return {one.name: one.said().count(f": {DONE}\n") for one in self.workers}

    def tell_what_they_said(self) -> None:
        for one in self.workers:
            print(f"— {one.name} —\n{one.said()}")

    def left_in_homes(self) -> int:
        """Return how many files homes hold that another host might miss."""
        homes = self.folder / "homes"
        kept = [*homes.glob("*/files/**/*"), *homes.glob("*/elearn.sqlite3")]
        return sum(path.is_file() for path in kept)

    def without_row(self, here: Installation) -> int:
        """Return how many files of the bucket no row names: what a killed worker had kept."""
        with here.database.reading() as db:
            known = set(db.scalars(select(StoredFile.sha256)))
        return sum(one.name not in known for one in here.store.files())


def _awaited(look: Callable[[], Seen | None], what: str) -> Seen:
    """Return what a look finds once it finds something."""
    never = threading.Event()
    for _ in range(int(_PATIENCE_SECONDS / _BETWEEN_LOOKS)):
        if found := look():
            return found
        never.wait(_BETWEEN_LOOKS)
    raise SystemExit(f"still not so: {what}")


def _job_of(here: Installation, worker: Worker) -> Job | None:
    mine = Job.worker.contains(f"-{worker.process.pid}-")
    far = Job.total > 0, 100 * Job.done >= _AT_WORK_PERCENT * Job.total
    with here.database.reading() as db:
        return db.scalar(select(Job).where(Job.kind == TRANSCODE, mine, *far))


def _job(here: Installation, job_id: int) -> Job:
    with here.database.reading() as db:
        return db.get_one(Job, job_id)


def _open_jobs(here: Installation) -> int:
    is_open = Job.state.in_([JobState.QUEUED, JobState.RUNNING])
    with here.database.reading() as db:
        return len(db.scalars(select(Job.id).where(Job.kind == TRANSCODE, is_open)).all())
