"""On the last evening ten thousand learners watch at once, and no report of theirs is lost.

10,000 learners, signed in, play a lecture over 1,000 connections through nginx. They begin by
reporting every 15 seconds and slow down as the server tells them. For 120 seconds the answers to
reports and to other pages are timed; at half-time one of the two web workers is ended by SIGKILL.
Then, for 20 seconds, reports come as fast as they are answered, told or not; and at last everybody
sends what is left. Every report in the learners' ledgers must be in the database. The generator
runs on the same machine as nginx, the web workers and PostgreSQL; how much of the processors each
took is told. Prints what happens and, last, one line of JSON; ends with 1 if a report is lost.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import text

from elearn.cli import Installation
from scripts.proofs import _deadline_site as site
from scripts.proofs._deadline_crowd import Crowd, Timed
from scripts.proofs._deadline_ledger import lost_of
from scripts.proofs._deadline_usage import Usage
from tests.survival.processes import children

LOOK_SECONDS = 5.0
AFTER_KILL_SECONDS = 5.0
PAGES_PER_S = 4.0
RUSH_AT_ONCE, RUSH_SECONDS = 128, 20.0
_OK = 200


@dataclass(frozen=True, slots=True)
class Day:
    """What is asked of the day."""

    learners: int
    connections: int
    seconds: float
    seed: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What the day has shown."""

    p95_ms: float
    pages_p95_ms: float
    p95_after_kill_ms: float
    reports: int
    shed: int
    cut: int
    pages_failed: int
    told_interval: int
    max_reports_per_s: int
    processors: dict[str, float]
    processors_in_rush: dict[str, float]


def main() -> None:
    day = _asked()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with site.filled(home, os.environ["ELEARN_TEST_DATABASE_URL"]) as here:
            seats = _seated(here, day.learners)
            with site.serving(here, home) as running:
                chance = Random(day.seed)  # noqa: S311  # When who reports is no secret.
                crowd = Crowd(running.port, seats, day.connections, chance)
                measured = asyncio.run(_day(day, crowd, running))
            lost = lost_of(here, crowd.learners)
            pace = {"rush_at_once": RUSH_AT_ONCE, "pages_per_s": PAGES_PER_S}
            facts = _facts(day, measured, lost) | {"settings": pace | site.settings_of(here)}
            here.database.engine.dispose()
    print(json.dumps(facts))
    sys.exit(1 if lost else 0)


def _asked() -> Day:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--learners", type=int, default=10_000)
    parser.add_argument("--connections", type=int, default=1_000)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=30_06)
    return Day(**vars(parser.parse_args()))


def _seated(here: Installation, count: int) -> list[site.Seat]:
    seats: list[site.Seat] = []
    for more in site.fill(here, count):
        seats += more
        print(f"  {len(seats)} of {count} learners are seated", flush=True)
    with here.database.engine.begin() as connection:
        connection.execute(text("ANALYZE"))  # As it would know some minutes later.
    return seats


async def _day(day: Day, crowd: Crowd, running: site.Running) -> Measured:
    await crowd.connect()
    usage = Usage(running.web, running.nginx)
    killed_at = await _evening(day, crowd, running, usage)
    told, shares = crowd.told, usage.shares()
    crowd.hush()
    reports, pages = [*crowd.reports], [*crowd.pages]
    rate, rush = await _rush(crowd, usage)
    print("Everybody sends what is left.", flush=True)
    await crowd.drain()
    after = (killed_at, killed_at + AFTER_KILL_SECONDS)
    return Measured(
        p95_ms=_p95([one for one in reports if not after[0] <= one.at <= after[1]]),
        pages_p95_ms=_p95([one for one in pages if not after[0] <= one.at <= after[1]]),
        p95_after_kill_ms=_p95([one for one in reports if after[0] <= one.at <= after[1]]),
        reports=sum(one.status == _OK for one in reports),
        shed=sum(one.status == 503 for one in reports),
        cut=sum(one.status not in (_OK, 503) for one in reports),
        pages_failed=sum(one.status != _OK for one in pages),
        told_interval=told,
        max_reports_per_s=round(rate),
        processors=shares,
        processors_in_rush=rush,
    )


async def _evening(day: Day, crowd: Crowd, running: site.Running, usage: Usage) -> float:
    """Have everybody watch and some read pages; return when a worker was killed meanwhile."""
    crowd.begin()
    crowd.read_pages(PAGES_PER_S)
    usage.begin()
    print("    at  reports/s  p95 ms  shed  cut  pages p95 ms  told", flush=True)
    killed_at = 0.0
    while crowd.now < day.seconds:
        await asyncio.sleep(min(LOOK_SECONDS, day.seconds - crowd.now))
        usage.look()
        _say(crowd, crowd.now - LOOK_SECONDS)
        if not killed_at and crowd.now >= day.seconds / 2:
            killed_at = crowd.now
            _kill_one(running.web)
    return killed_at


def _kill_one(web: int) -> None:
    worker = min(children(web))
    os.kill(worker, signal.SIGKILL)
    print(f"        (web worker {worker} is killed)", flush=True)


async def _rush(crowd: Crowd, usage: Usage) -> tuple[float, dict[str, float]]:
    print(f"As fast as it goes, {RUSH_AT_ONCE} at once, for {RUSH_SECONDS:.0f} s.", flush=True)
    usage.begin()
    receipts = await crowd.rush(RUSH_AT_ONCE, RUSH_SECONDS)
    return receipts / RUSH_SECONDS, usage.shares()


def _say(crowd: Crowd, since: float) -> None:
    reports = [one for one in crowd.reports if one.at > since]
    pages = [one for one in crowd.pages if one.at > since]
    statuses = Counter(one.status for one in reports)
    shed = statuses.pop(503, 0)
    kept = statuses.pop(_OK, 0)
    print(
        f"{crowd.now:6.0f} {kept / LOOK_SECONDS:10.0f} {_p95(reports):7.0f} {shed:5}"
        f" {statuses.total():4} {_p95(pages):13.0f} {crowd.told:5}",
        flush=True,
    )


def _p95(timed: Sequence[Timed]) -> float:
    """Return the milliseconds within which 95 of 100 were answered with what they asked for."""
    taken = sorted(one.seconds for one in timed if one.status == _OK)
    return round(1000 * taken[int(len(taken) * 0.95)], 1) if taken else 0.0


def _facts(day: Day, measured: Measured, lost: int) -> dict[str, object]:
    head = {"bench": "deadline-day", "learners": day.learners, "connections": day.connections}
    return {**head, **asdict(measured), "lost": lost}


if __name__ == "__main__":
    main()
