"""Rosters come in as they are meant, go out again, and can be taken back: to the last value.

Claimed, on SQLite and on PostgreSQL, with 10,000 people: the roster written to a file and read back
changes nothing. What is known of people (`elearn people dump`) is the same before a batch and after
it was taken back. A commit killed several times with SIGKILL on its way leaves, once it has gone on
to its end, just what one leaves that nobody killed: every row once; and a killed undo likewise.
Beside it hundreds of lists with any mess, each understood as who made the mess says it must be.
Prints what differs and, last, one line of JSON; ends with 1 if a claim does not hold.
"""

import argparse
import difflib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn.cli import Installation
from elearn.people.roster import service
from scripts.benchmarks import _roster_site as country
from scripts.proofs import _roster_batches as batches
from scripts.proofs._roster_batches import Site
from scripts.proofs._roster_messes import Messes, tried

PEOPLE, ROWS, KILLS, SEEDS = 10_000, 5_000, 3, 400
KINDS = 3  # Of rows: new, with another telephone, odd; so that most of them are written.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found on one database."""

    exported: int
    changed_by_its_own_export: int
    sent: dict[str, int]
    lines: int
    differ_after_undo: int
    killed_commits: int
    differ_after_kills: int
    killed_undos: int
    differ_after_killed_undo: int

    @property
    def holds(self) -> bool:
        wrong = self.differ_after_undo, self.differ_after_kills, self.differ_after_killed_undo
        return not any((self.changed_by_its_own_export, *wrong)) and self.killed_commits > 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Prove that rosters come and go whole.")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--only", choices=["sqlite", "postgresql", "messes"])
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        messes = Messes(0, 0, 0)
        if wanted.only in (None, "messes"):
            messes = tried(folder, wanted.seeds, wanted.first_seed)
        urls = {
            "sqlite": f"sqlite:///{folder}/elearn.sqlite3",
            "postgresql": os.environ.get("ELEARN_TEST_DATABASE_URL", ""),
        }
        found = {
            one: prove(one, Site(url, folder / one), wanted)
            for one, url in urls.items()
            if wanted.only in (None, one)
        }
    ok = messes.equal == messes.lists and all(proof.holds for proof in found.values())
    told = {one: asdict(proof) for one, proof in found.items()}
    print(json.dumps({"proof": "roster", "ok": ok, "messes": asdict(messes), **told}))
    return 0 if ok else 1


def prove(name: str, site: Site, wanted: argparse.Namespace) -> Proof:
    """Try everything on one database."""
    print(f"— {name} —", flush=True)
    site.folder.mkdir()
    country.make(site.url, wanted.people)
    here = site.here()
    exported = batches.write_export(here, site.folder / "export.xlsx")
    own = batches.counts(here, batches.compared(here, site.folder / "export.xlsx"))
    country.write_sheet(site.url, str(site.folder), wanted.rows, of=KINDS)
    sheet = country.sheet_at(site.folder, wanted.rows)
    before = batches.dump(here)
    whole, killed = (there_and_back(here, site, sheet, kills=kills) for kills in (0, KILLS))
    here.database.engine.dispose()
    proof = Proof(
        exported=exported,
        changed_by_its_own_export=sum(own.values()) - own.get("unchanged", 0),
        sent=whole.counts,
        lines=len(before),
        differ_after_undo=differing("undone", before, whole.taken_back),
        killed_commits=killed.killed_commits,
        differ_after_kills=differing("killed", whole.written, killed.written),
        killed_undos=killed.killed_undos,
        differ_after_killed_undo=differing("killed undo", before, killed.taken_back),
    )
    print(f"its own export: {own}; {proof}: {proof.holds}", flush=True)
    return proof


@dataclass(frozen=True, slots=True)
class Journey:
    """A sheet written and taken back: what was known at each end, and how many were killed."""

    counts: dict[str, int]
    written: list[str]
    taken_back: list[str]
    killed_commits: int
    killed_undos: int


def there_and_back(here: Installation, site: Site, sheet: Path, *, kills: int) -> Journey:
    """Have a sheet compared, written and taken back by processes of which some are killed."""
    key = batches.compared(here, sheet)
    counts = batches.counts(here, key)
    batches.begin(here, key, service.commit_batch)
    killed_commits = batches.finish(site, key, kills=kills)
    written = batches.dump(here)
    batches.begin(here, key, service.undo_batch)
    killed_undos = batches.finish(site, key, kills=kills)
    return Journey(counts, written, batches.dump(here), killed_commits, killed_undos)


def differing(what: str, before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many lines differ, and print the first of them."""
    if before == after:
        return 0
    lines = [one for one in difflib.unified_diff(before, after, n=0, lineterm="") if one[0] in "+-"]
    for line in lines[:_SHOWN]:
        print(f"{what}: {line}")
    return len(lines)


if __name__ == "__main__":
    sys.exit(main())
