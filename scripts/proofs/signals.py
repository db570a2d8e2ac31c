"""65,000 people watch for a week; the worker looks each hour; people are told apart.

Claimed: of halls, households, offices, wrong clocks and late reports nothing is said; all that was
planted is found, as one signal for each, and nothing else; what the service's absence explains is
marked so and sinks; a look reads what was heard of since the last one, not all there is. On SQLite
and, where there is one, on PostgreSQL. `signals PEOPLE SEED` for other sizes. Prints what happened
and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import select, update

from elearn.db import Database, look_over
from elearn.db.bulk import put_rows
from elearn.learning import Seconds, WatchEvidence, WatchSession
from elearn.learning.signals import Signal, SignalLook, SignalPerson, jobs
from elearn.learning.signals.rules import SignalKind
from elearn.people import NewPerson, Person
from scripts.proofs._signals_week import (
    AWAY,
    DAY,
    HOUR,
    LENGTH,
    MONDAY,
    SECOND,
    Visit,
    Week,
    in_order,
)
from tests import bases
from tests.make import media
from tests.make import signals as make

PEOPLE, SEED = 65_000, 1893
_SESSION = ("id", "token", "person_id", "medium_version_id", "opened_at", "device", "browser")
_EVIDENCE = ("watch_session_id", "form", "claimed", "refused", "credited_seconds", "reports")
_TIMES = ("first_at", "last_at")


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in one database."""

    people: int
    visits: int
    planted: int
    found: int
    missed: int
    accused: int
    explained: int
    unexplained: int
    looks: int
    longest_look_ms: int
    seconds_looking: float

    @property
    def holds(self) -> bool:
        wrong = self.missed + self.accused + self.unexplained
        return not wrong and self.found == self.planted


def main() -> int:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    week = Week(people, Random(seed)).filled()  # noqa: S311  # The same week each time.
    proofs = {}
    with tempfile.TemporaryDirectory() as folder:
        addresses = {"sqlite": f"sqlite:///{folder}/elearn.sqlite3"}
        if url := os.environ.get("ELEARN_TEST_DATABASE_URL"):
            addresses["postgresql"] = url
        for name, address in addresses.items():
            proofs[name] = looked_at(address, week)
            print(f"{name}: {proofs[name]}")
    ok = all(one.holds for one in proofs.values())
    told = {name: asdict(one) for name, one in proofs.items()}
    print(json.dumps({"proof": "signals", "ok": ok, "seed": seed, **told}))
    return 0 if ok else 1


def looked_at(url: str, week: Week) -> Proof:
    with bases.filled(url):
        database = Database.at(url)
        keys = written(database, week)
        times = looks(database)
        found, explained = signals(database, keys)
    planted = {(kind, group) for kind, groups in week.planted.items() for group in groups}
    return Proof(
        people=week.people,
        visits=len(week.visits),
        planted=len(planted),
        found=len(found),
        missed=len(planted - found),
        accused=len(found - planted),
        explained=len(explained),
        unexplained=len(week.explained ^ explained),
        looks=len(times),
        longest_look_ms=round(1000 * max(times)),
        seconds_looking=round(sum(times), 1),
    )


def written(database: Database, week: Week) -> dict[int, int]:
    """Write the people and their visits; return each person's number by her key."""
    columns = NewPerson("Nguyễn Thị Hường").columns
    with database.writing() as db:
        films = [media.medium_version(db, seconds=LENGTH).id for _ in range(80)]
        make.outage(db, began_at=AWAY[0], ended_at=AWAY[1])
        put_rows(db, Person, tuple(columns), [tuple(columns.values())] * week.people)
        keys = list(db.scalars(select(Person.id).order_by(Person.id)))[-week.people :]
        rows = list(enumerate(in_order(week), 1))
        sessions = (_session(number, one, keys, films) for number, one in rows)
        put_rows(db, WatchSession, (*_SESSION, "clock_ahead_ms"), sessions)
        evidence = (_evidence(number, one) for number, one in rows)
        put_rows(db, WatchEvidence, (*_EVIDENCE, *_TIMES), evidence)
    with database.engine.begin() as connection:
        for table in (Person, WatchSession, WatchEvidence):
            look_over(connection, table.__table__)  # type: ignore[arg-type]  # a Table, of ours
    return {key: number for number, key in enumerate(keys)}


def _session(number: int, one: Visit, keys: list[int], films: list[int]) -> tuple[object, ...]:
    browser = one.browser.replace(" ", "")[:32]
    owner, film = keys[one.person], films[one.film]
    return number, f"visit {number}", owner, film, one.at, "Chrome", browser, one.ahead_ms


def _evidence(number: int, one: Visit) -> tuple[object, ...]:
    beyond = Seconds.of([(LENGTH - one.refused, LENGTH)] if one.refused else [], LENGTH)
    held = len(one.claimed) - one.refused
    times = one.at + 60 * SECOND, one.at + one.lasted
    return number, "video", one.claimed.to_bytes(), beyond.to_bytes(), held, 45, *times


def looks(database: Database) -> list[float]:
    """Look as the worker does, each hour of the week; return what each look took."""
    times: list[float] = []
    now = MONDAY
    while now < MONDAY + 8 * DAY:
        now += HOUR
        times.append(_timed(database, now))
    return times


def _timed(database: Database, now: datetime) -> float:
    with database.writing() as db:  # In between it was at work each minute.
        db.execute(update(SignalLook).values(beat_at=now - 60 * SECOND))
    begun = time.monotonic()
    jobs.look(database, now=now, every=timedelta())
    return time.monotonic() - begun


def signals(
    database: Database, keys: dict[int, int]
) -> tuple[set[tuple[SignalKind, frozenset[int]]], set[frozenset[int]]]:
    """Return what was found about whom, and whom an outage explains."""
    about: dict[int, set[int]] = defaultdict(set)
    with database.reading() as db:
        for signal_id, person_id in db.execute(select(*SignalPerson.__table__.c)):
            about[signal_id].add(keys[person_id])
        rows = db.scalars(select(Signal)).all()
    found = {(one.kind, frozenset(about[one.id])) for one in rows}
    return found, {frozenset(about[one.id]) for one in rows if one.outage_id}


if __name__ == "__main__":
    sys.exit(main())
