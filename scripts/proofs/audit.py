"""10,000 entries by 64 processes while two others seal; two writers and a sealer are killed.

Claimed: every entry that was committed is sealed, once; seals have no gap; one letter that somebody
changes who owns the database is found and named; an end that was cut off is found by whoever kept
the head. On SQLite and on PostgreSQL, with real processes and SIGKILL.
Prints what happened and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import delete, func, select, update

from elearn import audit
from elearn.audit import jobs
from elearn.audit.models import AuditPending, AuditPersonalValue, AuditSealed
from elearn.db import Database
from elearn.migrations import tables
from tests import bases
from tests.audit.processes import Hand
from tests.make.audit import unguarded

WRITERS, ENTRIES, KILLED = 64, 10_000, 2


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in one database when all was done."""

    writers: int
    writers_killed: int
    sealers_killed: int
    entries: int
    sealed_once: int
    left_waiting: int
    seals: int
    gaps: int
    whole: bool
    changed_entry: int
    changed_letter: str
    cut_end: str
    write_s: float
    verify_s: float
    verify_peak_mb: int

    @property
    def holds(self) -> bool:
        complete = self.entries == self.sealed_once == ENTRIES and not self.left_waiting
        found = f"Mục số {self.changed_entry} " in self.changed_letter and bool(self.cut_end)
        return complete and self.gaps == 0 and self.whole and found


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        addresses = {
            "sqlite": f"sqlite:///{folder}/elearn.sqlite3",
            "postgresql": os.environ["ELEARN_TEST_DATABASE_URL"],
        }
        found = {name: prove(name, url, Path(folder) / name) for name, url in addresses.items()}
    ok = all(proof.holds for proof in found.values())
    told = {name: asdict(proof) for name, proof in found.items()}
    print(json.dumps({"proof": "audit", "ok": ok, **told}, ensure_ascii=False))
    return 0 if ok else 1


def prove(name: str, url: str, home: Path) -> Proof:
    """Write and seal on one database, kill on the way, and look at what is there."""
    print(f"— {name} —")
    home.mkdir(parents=True)
    with installed(url) as database:
        begun = time.monotonic()
        sealers = [Hand.sealing(url, home) for _ in range(2)]
        write(url)
        kill_a_sealer(url, home)
        for sealer in sealers:
            sealer.stop()
        while jobs.keep_sealed(bases.settings_at(home), database):
            pass
        return look(database, time.monotonic() - begun)


@contextmanager
def installed(url: str) -> Iterator[Database]:
    database = Database.at(url)
    tables.METADATA.drop_all(database.engine)
    tables.METADATA.create_all(database.engine)
    yield database
    database.engine.dispose()


def write(url: str) -> None:
    """Have 64 processes write at once; two die, an entry in their hands that is in no table yet."""
    share, rest = divmod(ENTRIES, WRITERS)
    shares = [share + (number < rest) for number in range(WRITERS)]
    hands = [
        Hand.writing(url, count, person_id=number, hold=number <= KILLED)
        for number, count in enumerate(shares, 1)
    ]
    for hand in hands[:KILLED]:
        print(f"a writer is {hand.told()} an entry, and killed")
        hand.kill()
    for hand in hands[KILLED:]:
        hand.wait()


def kill_a_sealer(url: str, home: Path) -> None:
    """Kill a sealer with a seal in its hand, if there is still something to seal."""
    doomed = Hand.sealing(url, home, hold=True)
    print(f"a sealer is {doomed.told()} a seal, and killed")
    doomed.kill()


def look(database: Database, write_s: float) -> Proof:
    """Count what is there, verify it, then alter it as nobody may and verify again."""
    with database.reading() as db:
        entries = db.scalar(select(func.count()).select_from(audit.AuditEntry)) or 0
        sealed = db.scalar(select(func.count(AuditSealed.entry_id.distinct()))) or 0
        waiting = db.scalar(select(func.count()).select_from(AuditPending)) or 0
        numbers = db.scalars(select(audit.AuditSeal.number)).all()
    before = time.monotonic()
    with database.reading() as db:
        found = audit.verify(db)
    verify_s = time.monotonic() - before
    proof = Proof(
        writers=WRITERS,
        writers_killed=KILLED,
        sealers_killed=1,
        entries=entries,
        sealed_once=sealed,
        left_waiting=waiting,
        seals=len(numbers),
        gaps=len(set(range(1, max(numbers) + 1)) - set(numbers)),
        whole=found.flaw is None and found.entries == entries,
        changed_entry=_middle(database),
        changed_letter=_changed(database, _middle(database)),
        cut_end=_cut(database, found.head.hash),
        write_s=round(write_s, 1),
        verify_s=round(verify_s, 2),
        verify_peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )
    print(f"{entries} entries, {len(numbers)} seals: {found.flaw or 'whole'}")
    print(f"one letter changed: {proof.changed_letter}\nthe end cut off: {proof.cut_end}")
    return proof


def _middle(database: Database) -> int:
    keys = select(audit.AuditEntry.id).order_by(audit.AuditEntry.id)
    with database.reading() as db:
        return db.scalars(keys.offset(ENTRIES // 2).limit(1)).one()


def _changed(database: Database, key: int) -> str:
    """Change one letter of one entry, past the triggers, and return what is told of it."""
    entry = audit.AuditEntry
    with database.writes() as db:
        with unguarded(db):
            db.execute(update(entry).where(entry.id == key).values(action="lOok"))
        return str(audit.verify(db).flaw or "")


def _cut(database: Database, head: str) -> str:
    """Take away the last seal and all that stands in it; return what is told to who kept it."""
    entry = audit.AuditEntry
    with database.writes() as db:
        last = db.scalar(select(func.max(audit.AuditSeal.number)))
        lost = list(db.scalars(select(AuditSealed.entry_id).where(AuditSealed.seal_number == last)))
        with unguarded(db):
            db.execute(delete(AuditSealed).where(AuditSealed.seal_number == last))
            db.execute(delete(AuditPersonalValue).where(AuditPersonalValue.entry_id.in_(lost)))
            db.execute(delete(audit.AuditSeal).where(audit.AuditSeal.number == last))
            db.execute(delete(entry).where(entry.id.in_(lost)))
        return str(audit.verify(db, known=head).flaw or "")


if __name__ == "__main__":
    sys.exit(main())
