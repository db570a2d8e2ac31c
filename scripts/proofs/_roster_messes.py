"""Rosters with any mess, against the answers of who made the mess."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.make.rosters import List, Wanted, differences, made, put
from tests.people.roster.reading_here import dry_run

ROOT = Path(__file__).resolve().parents[2]
_FONTS = (None, None, None, None, "tcvn3", "vni")
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")
_ASKED_OUTSIDE = 50  # Each so many is asked of the command itself, in a process of its own.


@dataclass(frozen=True, slots=True)
class Messes:
    """How many lists were tried, and how many were understood to the last value."""

    lists: int
    equal: int
    rows: int


def tried(folder: Path, seeds: int, first: int = 0) -> Messes:
    """Make lists by seed, have each read, and print whatever differs."""
    equal = rows = 0
    for seed in range(first, first + seeds):
        list_, path = _list(folder, seed)
        rows += len(list_.answer["rows"])
        asked = _by_command if seed % _ASKED_OUTSIDE == 0 else _here
        found = differences(asked(path), list_)
        equal += not found
        for line in found[:5]:
            print(f"seed {seed} ({path.suffix}): {line[:300]}", flush=True)
    return Messes(seeds, equal, rows)


def _list(folder: Path, seed: int) -> tuple[List, Path]:
    chance = Random(seed)  # noqa: S311  # The same list each time.
    file = chance.choice(["xlsx", "xls", "csv"])
    font = chance.choice([*_FONTS, "windows_1258"] if file == "csv" else _FONTS)
    encoding, delimiter = chance.choice(_ENCODINGS), chance.choice(",;\t")
    list_ = made(chance, Wanted(file=file, font=font))
    path = folder / f"{seed}.{file}"
    return list_, put(list_, path, encoding=encoding, delimiter=delimiter)


def _here(path: Path) -> dict[str, object]:
    return dry_run(path.read_bytes())


def _by_command(path: Path) -> dict[str, object]:
    """Ask as an operator does, where nothing is installed."""
    asked = [sys.executable, "-m", "elearn", "people", "import", str(path)]
    env = {"ELEARN_HOME": str(path.parent / "nowhere"), "PATH": ""}
    told = subprocess.run(
        [*asked, "--dry-run", "--format", "json"],
        cwd=ROOT,
        env=env,
        check=True,
        capture_output=True,
    )
    answer: dict[str, object] = json.loads(told.stdout)
    return answer
