"""A country of a million people, three million tenures, ten million completions: is it quick?

By one seed the same country is made on SQLite and on PostgreSQL, and two schemes are counted anew
on every map. Claimed, of the worse engine: counting an indicator anew on a map takes a minute at
most; a thousand new completions are followed in two seconds on all maps, where two indicators are
counted (`follow_all_s`: where both schemes are); the national report of any of twenty random days
is there in two seconds; of two hundred different pages of /coverage, signed in, none asked for
twice, nineteen in twenty are there in 300 ms. What was followed is what counting anew gives. Before
anything is asked, PostgreSQL cleans up after so much writing (VACUUM ANALYZE), as it does by itself
within some hours.

Beside it DuckDB, in memory, over the same rows handed over as columns, answers one figure of every
province as of the same days by scanning: `ratio_to_duckdb` is our time through that of its scan.
Counting everything anew is compared with nothing: a scan has no such thing to do.
Prints settings, figures and, last, one line of JSON; ends with 1 if a claim does not hold for a
country as large as that.
"""

import argparse
import json
import os
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import text

from elearn.cli import Installation
from elearn.db import Database
from scripts.proofs import _coverage_counting as counting
from scripts.proofs import _coverage_country as country
from scripts.proofs import _coverage_duckdb as scanning
from scripts.proofs import _coverage_pages as pages
from scripts.proofs._coverage_hands import Apart, apart

PEOPLE = 1_000_000
PAGES, ROUNDS = 200, 4
FEW_PAGES, FEW_ROUNDS, SMALL = 40, 2, 50_000  # To try it out.
CLAIMS = {"page_ms": 300, "rebuild_s": 60, "as_of_s": 2, "follow_s": 2}


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found on one database."""

    figures: dict[str, float]
    is_equal: bool


def main() -> int:
    parser = argparse.ArgumentParser(description="Prove that coverage is quick.")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    wanted = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(dir=os.environ.get("ELEARN_BENCH_DIR")) as folder:
        urls = {
            "sqlite": f"sqlite:///{folder}/elearn.sqlite3",
            "postgresql": os.environ["ELEARN_TEST_DATABASE_URL"],
        }
        found = {
            name: prove(name, url, folder, wanted.people)
            for name, url in urls.items()
            if wanted.only in (None, name)
        }
    both = {name: proof.figures for name, proof in found.items()}
    print(json.dumps({"settings": settings(), "proof_s": round(time.monotonic() - begun)} | both))
    told = worse(list(both.values()))
    print(json.dumps({"bench": "coverage"} | told))
    is_large = wanted.people >= PEOPLE
    holds = not is_large or all(told[name] <= most for name, most in CLAIMS.items())
    return 0 if holds and all(one.is_equal for one in found.values()) else 1


def prove(name: str, url: str, folder: str, people: int) -> Proof:
    """Make the country on one database and measure everything there."""
    print(f"— {name} —", flush=True)
    chance = random.Random(country.SEED)  # noqa: S311  # The same questions each time.
    made = apart(url, country.fill, url, people)
    rebuilt = apart(url, counting.rebuild, url)
    tell_steps(rebuilt.result)
    counting.settle(url)
    here = Installation.of(country.settings_at(Path(folder) / name, url))
    figures = {
        **made.result,
        "make_peak_mb": made.process_mb,
        **of_counting(rebuilt),
        **of_asking(here, chance, FEW_PAGES if people < SMALL else PAGES),
        "database_mb": size_mb(here.database),
    }
    compared = scanning.compare(here.database, chance)
    figures |= {
        "one_figure_ms": round(1000 * compared.ours_s, 1),
        "duckdb_scan_ms": round(1000 * compared.duckdb_s, 1),
        "ratio_to_duckdb": round(compared.ours_s / compared.duckdb_s, 3),
    }
    rounds = FEW_ROUNDS if people < SMALL else ROUNDS
    figures["follow_all_s"] = round(max(counting.follow(here, chance, rounds)), 2)
    counting.count_no_other(here.database)
    figures["follow_s"] = round(max(counting.follow(here, chance, rounds)), 2)
    is_equal = counting.equal_to_a_rebuild(here.database)
    here.database.engine.dispose()
    for key, value in figures.items():
        print(f"{key:>28} {value:>14,}")
    print(f"equal to DuckDB: {compared.is_equal}; followed, equal to counting anew: {is_equal}")
    return Proof(figures, is_equal and compared.is_equal)


def of_counting(rebuilt: Apart) -> dict[str, float]:
    counted: counting.Rebuilt = rebuilt.result
    return {
        "rebuild_all_s": counted.seconds,
        "rebuild_s": max(counted.worst_of(one).seconds for one in counting.INDICATORS),
        "rebuild_peak_mb": rebuilt.process_mb,
        "rebuild_postgresql_peak_mb": rebuilt.postgresql_mb,
    }


def of_asking(here: Installation, chance: random.Random, count: int) -> dict[str, float]:
    """Return how long national reports and whole pages take."""
    reports = counting.reports(here.database, chance)
    took = pages.ask(here, chance, count)
    for one in sorted(took, key=lambda one: -one.wall)[:5]:
        print(f"slowest {one.wall:7.1f} ms  {one.actor}  {one.address}")
    walls = [one.wall for one in took]
    return {
        "as_of_s": round(max(reports), 3),
        "as_of_p50_s": round(statistics.median(reports), 3),
        "page_ms": round(statistics.quantiles(walls, n=100)[94], 1),
        "page_p50_ms": round(statistics.median(walls), 1),
    }


def tell_steps(rebuilt: counting.Rebuilt) -> None:
    """Print how long each figure took on each map, were it counted alone."""
    for one in rebuilt.steps:
        print(f"{one.seconds:8.2f} s  {one.indicator} ({one.on})")


def size_mb(database: Database) -> int:
    with database.reading() as db:
        if database.engine.dialect.name == "postgresql":
            return int(db.scalar(text("SELECT pg_database_size(current_database())"))) // 1_000_000
        pages_, size = (db.scalar(text(f"PRAGMA page_{one}")) for one in ("count", "size"))
        return int(pages_) * int(size) // 1_000_000


def worse(found: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the worse of each figure: all of them are the worse, the greater."""
    return {key: max(one[key] for one in found) for key in found[0]}


def settings() -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "seed": country.SEED,
        "schemes": list(counting.SCHEMES),
        "indicators": list(counting.INDICATORS),
        "load": round(os.getloadavg()[0], 1),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in ("duckdb", "numpy", "sqlalchemy", "psycopg")},
    }


if __name__ == "__main__":
    sys.exit(main())
