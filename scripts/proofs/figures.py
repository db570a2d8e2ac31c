"""The figures of five documents through the whole engine, then with numerators that were altered.

Claimed: no figure is unexplained, 403,183 turns of 500,000 are counted one by one within bounded
memory; and of a table with three other numerators exactly these three rows are unexplained, once
through the engine and a thousand times by the rules. The temporary database is always SQLite.
Prints what happened and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn.coverage.checking.rules import Verdict
from tests.make import figures as make

ROOT = Path(__file__).resolve().parents[2]
TRIPLES, SEED = 1000, 1893


@dataclass(frozen=True, slots=True)
class Proof:
    """What the command told of the documents, and of copies with altered numerators."""

    checked: int
    as_printed: int
    document_errors: int
    unexplained: int
    through_engine: int
    seconds: float
    peak_mb: int
    altered_lines: list[int]
    altered_unexplained: list[int]
    triples: int
    triples_found: int

    @property
    def holds(self) -> bool:
        is_whole = self.as_printed + self.document_errors + self.unexplained == self.checked
        are_found = self.altered_lines == self.altered_unexplained
        return is_whole and not self.unexplained and are_found and self.triples_found == TRIPLES


def main() -> int:
    chance = random.Random(SEED)  # noqa: S311  # The same copy each time.
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        told = checked(make.FIGURES, Path(folder))
        seconds = time.monotonic() - begun
        shifts = drawn(chance)
        copy = Path(folder) / "altered.csv"
        write_altered(copy, shifts)
        again = checked(copy, Path(folder))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    counts = {key: told[key] for key in ("checked", "as_printed", "document_errors", "unexplained")}
    proof = Proof(
        **counts,
        through_engine=told["ways"]["through_engine"],
        seconds=round(seconds, 1),
        peak_mb=peak,
        altered_lines=sorted(shifts),
        altered_unexplained=unexplained(again),
        triples=TRIPLES,
        triples_found=sum(is_found(drawn(chance)) for _ in range(TRIPLES)),
    )
    print(json.dumps({"proof": "figures", "ok": proof.holds, **asdict(proof)}))
    return 0 if proof.holds else 1


def checked(path: Path, home: Path) -> dict[str, Any]:
    """Return what the command tells of a table."""
    command = [sys.executable, "-m", "elearn", "coverage", "check-figures", str(path)]
    own = {"ELEARN_HOME": str(home), "ELEARN_SECRET_KEY": "a proof"}
    done = subprocess.run(
        [*command, "--format", "json"],
        cwd=ROOT,
        env=os.environ | own,
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    for one in told["differences"]:
        print(
            f"{path.name}, line {one['line']}: {one['printed']}, counted {one['counted']}"
            f" – {one['verdict']}, {one['name']}"
        )
    return told


def unexplained(told: Mapping[str, Any]) -> list[int]:
    rows = told["differences"]
    return sorted(one["line"] for one in rows if one["verdict"] == Verdict.UNEXPLAINED)


def drawn(chance: random.Random) -> dict[int, int]:
    """Draw three rows with a numerator and by how much each is altered."""
    numerators = {row.line: row.fraction.n for row in make.documents().rows if row.fraction}
    lines = chance.sample(sorted(numerators), 3)
    asides = [one for one in range(-1000, 1001) if one]
    return {
        line: chance.choice([one for one in asides if numerators[line] + one >= 0])
        for line in lines
    }


def is_found(shifts: Mapping[int, int]) -> bool:
    """Return whether exactly the altered rows are unexplained, by the rules alone."""
    report = make.by_rules(make.altered(make.documents(), shifts))
    wrong = {one.row.line for one in report.differing if one.verdict is Verdict.UNEXPLAINED}
    return wrong == set(shifts)


def write_altered(path: Path, shifts: Mapping[int, int]) -> None:
    """Write the table with other numerators; the head stands on line 1."""
    with make.FIGURES.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    place = lines[0].index("numerator")
    rows = {row.line: row for row in make.documents().rows}
    for line, shift in shifts.items():
        before = rows[line].fraction
        lines[line - 1][place] = f"{before.n + shift}" if before else ""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


if __name__ == "__main__":
    sys.exit(main())
