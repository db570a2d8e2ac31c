"""A worker for the proof of transcoding: does one job on a host of its own, in short parts."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn import clock, jobs
from elearn.cli import Installation
from elearn.config import Settings
from elearn.jobs import Work
from elearn.media.jobs import transcode
from elearn.migrations import tables


def host(place: Path, number: int) -> Installation:
    """Open the installation from a host of this number: a home of its own, the rest shared."""
    home = place / f"host-{number}"
    settings = Settings(
        home=home,
        database_url=f"sqlite:///{place}/elearn.sqlite3",
        storage_url=f"file://{place}/files",
        secret_key=os.environ["ELEARN_SECRET_KEY"],
    )
    return Installation.of(settings)


def main(place: Path, number: int, key: str, part_seconds: int) -> None:
    here = host(place, number)
    worker = f"host-{number}"
    with here.database.writing() as db:  # The one before is dead; nobody waits for its lease here.
        job = jobs.job_by_key(db, key)
        if job is None or not tables.METADATA.tables:
            raise SystemExit(key)
        job.state, job.worker, job.lease_until = jobs.JobState.RUNNING, worker, clock.now()
        work = Work(job.id, worker, job.payload, here.settings, here.database, here.store)
    transcode(work, part_seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
