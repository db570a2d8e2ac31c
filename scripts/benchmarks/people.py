"""How long pages about people take in a whole country, and how long making that country took.

The country is the one of `elearn demo country`, of a million people unless another number is given,
on SQLite as an installation has it. Whole pages are asked for, signed in, from the session to the
last row: lists by several people with several filters, their first pages, later ones and one in
the middle; searches for names that somebody has, typed without diacritics, whole and in parts, and
for telephones by their last digits; records of persons, the note of the look included. Everything
is asked ROUNDS times, in an order mixed anew each time; the first round warms up and counts for
nothing. The machine may be busy, so the time of the processor is told beside that of the clock.

Two floors are measured in the same run: *sql*, the bare first fifty rows of a province by the
driver alone; *frame*, the same page when nobody is found.
"""

import json
import os
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from flask.testing import FlaskClient

from elearn.cli import Installation
from elearn.config import Settings
from scripts.benchmarks import _people_site as site
from scripts.benchmarks._people_questions import Asked, lists, records, searches

PEOPLE, ROUNDS = 1_000_000, 4


@dataclass(frozen=True, slots=True)
class Took:
    """How long a page took, by the clock and by the processor, in milliseconds."""

    asked: Asked
    wall: float
    cpu: float


def main(count: int) -> None:
    with tempfile.TemporaryDirectory(dir=os.environ.get("ELEARN_BENCH_DIR")) as folder:
        here = Installation.of(
            Settings(
                home=Path(folder),
                database_url=f"sqlite:///{folder}/elearn.sqlite3",
                storage_url=f"file://{folder}/files",
                secret_key="people",  # noqa: S106  # Nobody else comes to this site.
            )
        )
        made = site.make(here, count)
        chance = random.Random(site.SEED)  # noqa: S311  # The same questions each time.
        clients = site.enter(here)
        asked = [*lists(here, clients), *searches(here, clients, chance)]
        asked += records(clients, chance)
        took = list(ask_all(clients, asked, chance))
        sql_ms = floor(Path(folder) / "elearn.sqlite3", chance)
        size = (Path(folder) / "elearn.sqlite3").stat().st_size
        tell(took)
        print(json.dumps({"settings": settings(count, size, len(asked))}))
        print(json.dumps({"bench": "people"} | figures(took, sql_ms) | made))
        here.database.engine.dispose()


def ask_all(
    clients: dict[str, FlaskClient], asked: Sequence[Asked], chance: random.Random
) -> Iterator[Took]:
    """Ask for everything in rounds, and for the frame of the page beside it."""
    frames = [Asked("frame", actor, "/people?q=zzzz") for actor in clients for _ in range(5)]
    for number in range(ROUNDS):
        every = [*asked, *frames]
        chance.shuffle(every)
        for one in every:
            took = ask(clients, one)
            if number:
                yield took


def ask(clients: dict[str, FlaskClient], one: Asked) -> Took:
    wall, cpu = time.perf_counter(), time.process_time()
    answer = clients[one.actor].get(one.address)
    took = Took(one, 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu))
    if answer.status_code != 200:
        sys.exit(f"No figures: {one} was answered by {answer.status}.")
    return took


def floor(path: Path, chance: random.Random) -> float:
    """Return the milliseconds in which the driver alone reads fifty people of a province."""
    bare = sqlite3.connect(path)
    provinces = [
        key
        for (key,) in bare.execute("SELECT DISTINCT province_id FROM listed_tenure LIMIT 34")
        if key is not None
    ]
    wanted = (
        "SELECT DISTINCT person_id, sort_key, names FROM listed_tenure WHERE province_id = ?"
        " ORDER BY sort_key, person_id LIMIT 50"
    )
    took = []
    for _ in range(500):
        begun = time.perf_counter()
        bare.execute(wanted, (chance.choice(provinces),)).fetchall()
        took.append(1000 * (time.perf_counter() - begun))
    bare.close()
    return statistics.median(took)


def figures(took: Sequence[Took], sql_ms: float) -> dict[str, float]:
    told: dict[str, float] = {}
    for kind in ("list", "search", "person"):
        ours = [one for one in took if one.asked.kind == kind]
        told[f"{kind}_p95_ms"] = percentile([one.wall for one in ours], 95)
        told[f"{kind}_p95_cpu_ms"] = percentile([one.cpu for one in ours], 95)
        told[f"{kind}_p50_ms"] = percentile([one.wall for one in ours], 50)
    frame = statistics.median(one.wall for one in took if one.asked.kind == "frame")
    return told | {
        "sql_ms": round(sql_ms, 2),
        "frame_ms": round(frame, 1),
        "ratio_to_sql": round(told["list_p50_ms"] / sql_ms, 1),
        "ratio_to_frame": round(told["list_p50_ms"] / frame, 2),
    }


def percentile(values: Sequence[float], percent: int) -> float:
    return round(statistics.quantiles(values, n=100)[percent - 1], 1)


def tell(took: Sequence[Took]) -> None:
    """Print each actor's figures, and the slowest questions."""
    for kind in ("list", "search", "person"):
        for actor in site.ACTORS:
            ours = [one.wall for one in took if (one.asked.kind, one.asked.actor) == (kind, actor)]
            if len(ours) > 1:
                print(
                    f"{kind:>7} {actor:<20} p50 {percentile(ours, 50):6.1f}"
                    f" p95 {percentile(ours, 95):6.1f} ms ({len(ours)})"
                )
    for one in sorted(took, key=lambda one: -one.cpu)[:8]:
        print(f"slowest {one.cpu:6.1f} ms  {one.asked.actor}  {one.asked.address}")


def settings(count: int, size: int, asked: int) -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "people": count,
        "seed": site.SEED,
        "questions": asked,
        "rounds": ROUNDS - 1,
        "database_mb": round(size / 1_000_000),
        "load": round(os.getloadavg()[0], 1),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in ("flask", "sqlalchemy")},
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
