"""A roster of 100,000 rows against a country of a million people: how long until all is written?

The country is made once and kept (`--keep FOLDER`); each run works on a copy. Three sheets as
offices send them, of 1,000, 10,000 and 100,000 of its people: nine rows in twelve say what is
known, one is of somebody new, one has another telephone, one is written in an old font, in capitals
or with a country's code. *Preview* is all from sending the file to the verdict of the last row:
receiving, reading, understanding, comparing. *Commit* is writing whatever is sure. Memory is that
of all processes together, the one that reads the file and PostgreSQL's among them.

Peer, in the same run: the same sheet read with openpyxl, its rows inserted as they are into an
empty table. Prints what was found and, last, one line of JSON.
"""

import argparse
import json
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scripts.benchmarks import _roster_peer as peer
from scripts.benchmarks import _roster_site as site
from scripts.benchmarks._roster_watch import Took, watched

PEOPLE = 1_000_000
SIZES = (1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Measured:
    """One sheet: how many rows it had, and what each part of it took."""

    rows: int
    preview: Took
    commit: Took

    @property
    def peak_mb(self) -> int:
        return max(self.preview.peak_mb, self.commit.peak_mb)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure taking in a roster.")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--rows", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--on", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "elearn-roster")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("ELEARN_BENCH_DIR")) as folder:
        url = country_at(wanted.on, wanted.keep, Path(folder), wanted.people)
        found = [measure(url, Path(folder), rows) for rows in sorted(wanted.rows)]
        sheet = site.sheet_at(Path(folder), found[-1].rows)
        peers = watched(peer_url(url, folder), peer.read_and_insert, sheet, peer_url(url, folder))
    print(json.dumps({"settings": settings(wanted.on, wanted.people)}))
    print(json.dumps({"bench": "roster"} | figures(found, peers)))
    return 0


def country_at(engine: str, keep: Path, folder: Path, people: int) -> str:
    """Return the address of a copy of the country, made now unless it was kept."""
    if engine == "postgresql":
        url = os.environ["ELEARN_TEST_DATABASE_URL"]
        watched(url, site.make, url, people)
        return url
    kept = keep / f"country-{people}.sqlite3"
    if not kept.exists():
        keep.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        made = watched("sqlite://", site.make, f"sqlite:///{unfinished}", people)
        print(f"{made.seconds:8.1f} s  a country of {people:,}", flush=True)
        unfinished.rename(kept)
    shutil.copyfile(kept, folder / "elearn.sqlite3")
    return f"sqlite:///{folder}/elearn.sqlite3"


def measure(url: str, folder: Path, rows: int) -> Measured:
    """Send a sheet of so many rows, have it compared, and have it written."""
    there = watched(url, site.write_sheet, url, str(folder), rows).result
    preview = watched(url, site.preview, url, str(folder), rows)
    commit = watched(url, site.commit, url, str(folder), preview.result.batch_id)
    print(f"{there:,} rows: {json.dumps(preview.result.counts)}")
    for name, took in (("preview", preview), ("commit", commit)):
        told = f"{took.seconds:8.2f} s  {took.cpu:8.2f} s of processors  {took.peak_mb:6} MB"
        print(f"{told}  {name}", flush=True)
    for name, seconds in preview.result.seconds.items():
        print(f"{seconds:8.2f} s  {name}")
    return Measured(there, preview, commit)


def peer_url(url: str, folder: str) -> str:
    return url if url.startswith("postgresql") else f"sqlite:///{folder}/peer.sqlite3"


def figures(found: list[Measured], peers: Took) -> dict[str, object]:
    """Return what the last and largest sheet took, and what a row took in each of them."""
    last = found[-1]
    whole = last.preview.seconds + last.commit.seconds
    return {
        "rows": last.rows,
        "preview_s": round(last.preview.seconds, 1),
        "commit_s": round(last.commit.seconds, 1),
        "peak_mb": max(one.peak_mb for one in found),
        "preview_cpu_s": round(last.preview.cpu, 1),
        "commit_cpu_s": round(last.commit.cpu, 1),
        "preview_ms_a_row": {str(one.rows): a_row(one, one.preview) for one in found},
        "commit_ms_a_row": {str(one.rows): a_row(one, one.commit) for one in found},
        "peer_s": round(peers.seconds, 1),
        "peer_cpu_s": round(peers.cpu, 1),
        "peer_peak_mb": peers.peak_mb,
        "ratio_to_peer": round(whole / peers.seconds, 1),
    }


def a_row(sheet: Measured, took: Took) -> float:
    return round(1000 * took.seconds / sheet.rows, 3)


def settings(engine: str, people: int) -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "people": people,
        "seed": site.SEED,
        "on": engine,
        "load": round(os.getloadavg()[0], 1),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in ("openpyxl", "sqlalchemy", "psycopg")},
    }


if __name__ == "__main__":
    sys.exit(main())
