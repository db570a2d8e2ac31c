"""Workers on hosts without a shared disk: PostgreSQL and a bucket between them, and nothing else.

Claimed: of workers whose homes are their own, one is killed outright and one stopped for longer
than its lease, each over a film; yet every film is made once: each job done, each version ready,
and each file in the bucket whole. Whoever was stopped finds its work taken over and writes nothing.
No home holds a file that another one needs.
Prints what happened and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import func, select

from elearn import storage
from elearn.cli import Installation
from elearn.jobs import Job, JobState
from elearn.media import MediumVersion, Rendition, VersionState
from elearn.storage import Condition
from scripts.proofs._workers_hosts import TRANSCODE, Hosts, Worker
from tests.stores import s3_server

FILMS, SECONDS = 6, 20


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found when all was done."""

    films: int
    ready: int
    jobs_done: int
    jobs_begun_anew: int
    renditions: int
    doubled: int
    files: int
    not_whole: int
    without_row: int
    left_in_homes: int
    films_by_worker: dict[str, int]
    stopped_one_gave_up: bool
    seconds: float

    @property
    def holds(self) -> bool:
        done = self.films == self.ready == self.jobs_done
        flawless = not any((self.doubled, self.not_whole, self.left_in_homes))
        return done and flawless and self.jobs_begun_anew >= 2 and self.stopped_one_gave_up


def main() -> int:
    parser = argparse.ArgumentParser(description="Prove that workers need no shared disk.")
    parser.add_argument("--films", type=int, default=FILMS)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    wanted = parser.parse_args()
    url = os.environ["ELEARN_TEST_DATABASE_URL"]
    with tempfile.TemporaryDirectory() as name, s3_server(Path(name) / "s3") as server:
        hosts = Hosts(Path(name), url, server)
        proof = prove(hosts, wanted.films, wanted.seconds)
        if not proof.holds:
            hosts.tell_what_they_said()
    print(json.dumps({"proof": "workers", "ok": proof.holds, **asdict(proof)}))
    return 0 if proof.holds else 1


def prove(hosts: Hosts, films: int, seconds: int) -> Proof:
    begun = time.monotonic()
    here = hosts.set_up()
    hosts.order(here, films, seconds)
    first, second = hosts.worker("first"), hosts.worker("second")
    try:
        third = _killed_over_a_film(hosts, here, first)
        gave_up = _stopped_over_a_film(hosts, here, second)
        hosts.wait_until_all_is_done(here)
    finally:
        hosts.end_all()
    print(f"{third.name} took part, too")
    return _found(hosts, here, films, gave_up, round(time.monotonic() - begun, 1))


def _killed_over_a_film(hosts: Hosts, here: Installation, doomed: Worker) -> Worker:
    """Kill a worker in the midst of a film, and let another host come in its place."""
    job = hosts.wait_until_at_work(here, doomed)
    os.kill(doomed.process.pid, signal.SIGKILL)
    doomed.process.wait()
    print(f"{doomed.name}: killed over {job.key} at {job.percent} %")
    return hosts.worker("third")


def _stopped_over_a_film(hosts: Hosts, here: Installation, hung: Worker) -> bool:
    """Stop a worker in the midst of a film until another has its job, and let it go on."""
    job = hosts.wait_until_at_work(here, hung)
    os.kill(hung.process.pid, signal.SIGSTOP)
    print(f"{hung.name}: stopped over {job.key} at {job.percent} %")
    other = hosts.wait_until_taken_over(here, job)
    os.kill(hung.process.pid, signal.SIGCONT)
    print(f"{job.key}: taken over by {other}; {hung.name} goes on")
    return hosts.wait_until_given_up(hung)


def _found(hosts: Hosts, here: Installation, films: int, gave_up: bool, seconds: float) -> Proof:
    checked = list(storage.verify(here.database, here.store))
    with here.database.reading() as db:
        jobs = db.scalars(select(Job).where(Job.kind == TRANSCODE)).all()
        ready = select(func.count()).where(MediumVersion.state == VersionState.READY)
        names = db.execute(select(Rendition.version_id, Rendition.name)).all()
        return Proof(
            films=films,
            ready=db.scalar(ready) or 0,
            jobs_done=sum(one.state is JobState.DONE for one in jobs),
            jobs_begun_anew=sum(one.attempts > 1 for one in jobs),
            renditions=len(names),
            doubled=len(names) - len(set(names)),
            files=len(checked),
            not_whole=sum(one.condition is not Condition.WHOLE for one in checked),
            without_row=hosts.without_row(here),
            left_in_homes=hosts.left_in_homes(),
            films_by_worker=hosts.films_by_worker(),
            stopped_one_gave_up=gave_up,
            seconds=seconds,
        )


if __name__ == "__main__":
    sys.exit(main())
