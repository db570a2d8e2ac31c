"""200 certificates by 8 processes, 2 of them killed; then printed by 4 workers, 2 of them killed.

Claimed: the numbers are 1…200 without gap or double, and each certificate has one file, whole and
the same as if it were drawn again. On SQLite and on PostgreSQL, with real processes and SIGKILL.
Prints what happened and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from multiprocessing.connection import wait
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import func, select

from elearn import migrations
from elearn.areas import Area, Level
from elearn.certificates import Certificate, CertificateFile, typst
from elearn.certificates.queries import inspect
from elearn.classes import Participation, TrainingClass
from elearn.cli import Installation
from elearn.config import Settings
from elearn.jobs import Job, JobState
from elearn.migrations import tables
from scripts.proofs import _printing
from tests.certificates.issuing_process import Clerk
from tests.make import certificates as make
from tests.make import people

CLERKS, CLASSES, PEOPLE, KILLED = 8, 40, 5, 2
ISSUED = CLASSES * PEOPLE


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in one database when all was done."""

    certificates: int
    last_number: int
    gaps: int
    doubles: int
    files: int
    torn_or_otherwise: int
    beyond: int  # Files of the store that show no certificate.
    lists_begun_anew: int
    jobs_begun_anew: int
    jobs_open: int
    issue_s: float
    print_s: float

    @property
    def holds(self) -> bool:
        all_there = self.certificates == self.last_number == self.files == ISSUED
        wrong = self.gaps + self.doubles + self.torn_or_otherwise + self.beyond + self.jobs_open
        return all_there and wrong == 0 and self.lists_begun_anew >= KILLED


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        addresses = {
            "sqlite": f"sqlite:///{folder}/elearn.sqlite3",
            "postgresql": os.environ["ELEARN_TEST_DATABASE_URL"],
        }
        found = {name: prove(name, url, Path(folder) / name) for name, url in addresses.items()}
    ok = all(proof.holds for proof in found.values())
    told = {name: asdict(proof) for name, proof in found.items()}
    print(json.dumps({"proof": "certificates", "ok": ok, **told}))
    return 0 if ok else 1


def prove(name: str, url: str, home: Path) -> Proof:
    """Issue and print on one database, kill on the way, and look at what is there."""
    print(f"— {name} —")
    with installed(url, home) as (here, codes):
        begun = time.monotonic()
        lost = issue(here, codes)
        issued = time.monotonic()
        _printing.finish(here, kill=KILLED)
        times = issued - begun, time.monotonic() - issued
        return look(here, len(lost), times)


@contextmanager
def installed(url: str, home: Path) -> Iterator[tuple[Installation, list[str]]]:
    """Give an installation with forty closed classes of five, and their codes."""
    home.mkdir(parents=True)
    settings = Settings(home, url, f"file://{home}/files", "a proof", job_lease_seconds=2)
    here = Installation.of(settings)
    tables.METADATA.create_all(here.database.engine)
    migrations.stamp(here.database.engine)
    with here.database.writing() as db:
        db.add(Area(id=1, level=Level.PROVINCE))
        for _ in range(CLASSES):
            make.closed_class(db, *(people.person(db) for _ in range(PEOPLE)), area_id=1)
        codes = list(db.scalars(select(TrainingClass.code).order_by(TrainingClass.id)))
    yield here, codes
    here.database.engine.dispose()


def issue(here: Installation, codes: list[str]) -> list[str]:
    """Have eight processes issue at once, kill two with numbers in hand, do the rest anew."""
    url, share = here.settings.database_url, CLASSES // CLERKS
    parts = [codes[n : n + share] for n in range(0, CLASSES, share)]
    held = {part[1] for part in parts[:KILLED]}  # Their first list is kept, the second never is.
    clerks = [
        Clerk.at_work(url, part, holding=part[1] if part[1] in held else "") for part in parts
    ]
    _kill_those_that_hold(clerks[:KILLED], held)
    for clerk in clerks[KILLED:]:
        clerk.wait()
    lost = _without(here, codes)
    print(f"{KILLED} of {CLERKS} killed with numbers in hand; {len(lost)} lists are begun anew")
    Clerk.at_work(url, lost).wait()
    return lost


def _kill_those_that_hold(clerks: list[Clerk], held: set[str]) -> None:
    """Kill each as soon as it has numbered the list it holds: till then it keeps the others out."""
    waiting = {clerk.line: clerk for clerk in clerks}
    while waiting:
        for line in wait(waiting):
            clerk = next(one for one in clerks if one.line is line)
            if clerk.told() in held:
                waiting.pop(clerk.line)
                clerk.kill()


def _without(here: Installation, codes: list[str]) -> list[str]:
    """Return the classes that have no certificates."""
    turn = Participation.training_class_id == TrainingClass.id
    issued = select(TrainingClass.code).join(Participation, turn)
    issued = issued.join(Certificate, Certificate.participation_id == Participation.id)
    with here.database.reading() as db:
        given = set(db.scalars(issued))
    return [code for code in codes if code not in given]


def look(here: Installation, lost: int, times: tuple[float, float]) -> Proof:
    """Count numbers and files, and draw each certificate again."""
    with here.database.reading() as db:
        numbers = db.scalars(select(Certificate.number).order_by(Certificate.number)).all()
        files = db.scalars(select(CertificateFile)).all()
        problems = len(inspect(db, here.store).problems)
        otherwise = sum(
            not _is_as_drawn(db.get_one(Certificate, f.certificate_id), f) for f in files
        )
        anew = db.scalar(select(func.count()).select_from(Job).where(Job.attempts > 1)) or 0
        unfinished = select(func.count()).select_from(Job).where(Job.state != JobState.DONE)
        open_jobs = db.scalar(unfinished) or 0
    kept = list(here.store.files())
    proof = Proof(
        certificates=len(numbers),
        last_number=numbers[-1],
        gaps=len(set(range(1, ISSUED + 1)) - set(numbers)),
        doubles=len(numbers) - len(set(numbers)),
        files=len({file.certificate_id for file in files}),
        torn_or_otherwise=problems + otherwise,
        beyond=len(kept) - len({file.file_id for file in files}),
        lists_begun_anew=lost,
        jobs_begun_anew=anew,
        jobs_open=open_jobs,
        issue_s=round(times[0], 1),
        print_s=round(times[1], 1),
    )
    print(f"numbers 1…{proof.last_number}, {proof.files} files, {anew} drawn twice: {proof.holds}")
    return proof


def _is_as_drawn(certificate: Certificate, kept: CertificateFile) -> bool:
    drawn = typst.draw(certificate.facts, at=certificate.issued_at)
    return sha256(drawn).hexdigest() == kept.file.sha256


if __name__ == "__main__":
    sys.exit(main())
