"""A disk that is full while films are made: a real one of some megabytes, which later grows.

Claimed: the worker outlives it; each film waits, says why, and loses no attempt; nothing half made
lies in the store or in the folder for what is under way; the database stays whole; and when the
disk has grown everything goes on by itself, and every film is there whole.
The disk is a tmpfs of its own in namespaces of its own, so that it goes with this process.
Prints what happened and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import func, select, text

from elearn import clock, jobs, media
from elearn.cli import Installation
from elearn.jobs import Job, JobState, Obstacle
from elearn.media import MediumVersion, VersionState
from elearn.storage import StoredFile
from tests import bases
from tests.media.films import Studio
from tests.survival.processes import wait_until

ROOT = Path(__file__).resolve().parents[2]
FILMS, SECONDS = 3, 24
SPARE_KB, GROWN_MB = 700, 400
APART = "--apart"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found while the disk was full, and after it had grown."""

    films: int
    waited_for_room: int
    put_off: int
    worker_alive_when_full: bool
    left_under_way: int
    torn_files: int
    database_whole: bool
    free_when_full_kb: int
    ready: int
    most_attempts: int
    torn_at_the_end: int

    @property
    def holds(self) -> bool:
        survived = self.worker_alive_when_full and self.waited_for_room == self.films
        clean = not (self.left_under_way or self.torn_files or self.torn_at_the_end)
        whole = self.database_whole and self.ready == self.films and self.most_attempts == 1
        return survived and clean and whole


def apart() -> int:
    """Do this in namespaces of its own, where everybody may mount."""
    command = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, __file__, APART]
    return subprocess.run(command, check=False).returncode


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """Mount a disk with room for a database, and little more once the films lie on it."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def resize(folder: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)


def used_kb(folder: Path) -> int:
    found = os.statvfs(folder)
    return (found.f_blocks - found.f_bfree) * found.f_frsize // 1024


def queue_films(here: Installation, films: Path) -> None:
    """Hand the films in, each as an instructor would."""
    for number in range(FILMS):
        film = Studio(films).film(f"{number}.mp4", seconds=SECONDS + number, size="480x270")
        upload = media.receive(here.store, film, media.About(f"Phim {number}", film.name))
        with here.database.writing() as db:
            media.add(db, upload, now=clock.now())


def torn(here: Installation) -> int:
    """Return how many files of the store are not what their names say, or not in the database."""
    with here.database.reading() as db:
        known = set(db.scalars(select(StoredFile.sha256)))
    return sum(not here.store.is_whole(name) for name in known)


def waiting(here: Installation) -> list[Job]:
    room = (Job.state == JobState.QUEUED) & (Job.obstacle == Obstacle.ROOM)
    with here.database.reading() as db:
        return list(db.scalars(select(Job).where(room)))


def are_done(here: Installation) -> bool:
    """Return whether no film is on its way any more, and all was tidied up behind it."""
    left = select(func.count()).where(Job.kind == "media.transcode", Job.state != JobState.DONE)
    with here.database.reading() as db:
        return db.scalar(left) == 0


def count_ready(here: Installation) -> int:
    ready = select(func.count()).where(MediumVersion.state == VersionState.READY)
    with here.database.reading() as db:
        return db.scalar(ready) or 0


def is_whole(here: Installation) -> bool:
    with here.database.reading() as db:
        return bool(db.scalar(text("PRAGMA integrity_check")) == "ok")


def worker(here: Installation) -> "subprocess.Popen[bytes]":
    environment = os.environ | {
        "ELEARN_HOME": str(here.settings.home),
        "ELEARN_SECRET_KEY": here.settings.secret_key,
    }
    return subprocess.Popen([sys.executable, "-m", "elearn", "worker"], cwd=ROOT, env=environment)


def under_way(here: Installation) -> list[Path]:
    """Return what lies about that no finished film needs."""
    return [*here.settings.temporary.iterdir(), *here.settings.home.rglob("under-way-*")]


def prove(home: Path, films: Path) -> Proof:
    settings = bases.settings_at(home)
    with bases.filled(settings.database_url):
        here = Installation.of(replace(settings, storage_url=f"file://{home}/files"))
        queue_films(here, films)
        resize(home, f"{used_kb(home) + SPARE_KB}k")
        print(f"{FILMS} films wait; {SPARE_KB} kB are left on the disk")
        process = worker(here)
        try:
            return _watched(here, home, process)
        finally:
            process.terminate()
            process.wait()


def _watched(here: Installation, home: Path, process: "subprocess.Popen[bytes]") -> Proof:
    wait_until(lambda: len(waiting(here)) == FILMS, "all films wait for room")
    alive, held = process.poll() is None, waiting(here)
    free = jobs.free_bytes(here.settings) // 1024
    found = (len(under_way(here)), torn(here), is_whole(here))
    print(f"all wait, put off {[job.times_put_off for job in held]} times: {held[0].error}")
    resize(home, f"{GROWN_MB}m")
    print(f"the disk has {GROWN_MB} MB now")
    wait_until(lambda: are_done(here), "all films are done")
    with here.database.reading() as db:
        attempts = db.scalar(select(func.max(Job.attempts)).where(Job.kind == "media.transcode"))
    return Proof(
        films=FILMS,
        waited_for_room=len(held),
        put_off=sum(job.times_put_off for job in held),
        worker_alive_when_full=alive,
        left_under_way=found[0],
        torn_files=found[1],
        database_whole=found[2],
        free_when_full_kb=free,
        ready=count_ready(here),
        most_attempts=attempts or 0,
        torn_at_the_end=torn(here),
    )


def main() -> int:
    if APART not in sys.argv:
        return apart()
    with (
        tempfile.TemporaryDirectory() as home,
        tempfile.TemporaryDirectory() as films,
        disk(Path(home)) as place,
    ):
        proof = prove(place, Path(films))
    print(json.dumps({"proof": "room", **asdict(proof), "holds": proof.holds}))
    return 0 if proof.holds else 1


if __name__ == "__main__":
    sys.exit(main())
