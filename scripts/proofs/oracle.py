"""20,000 people who move, and 60 questions by chance, each answered by the engine and the oracle.

Claimed: of a random day, moment of knowing, map, indicator and area both tell the same; after more
has happened and was followed, the kept events are those of a fresh counting, and 60 other questions
are answered alike. On SQLite and on PostgreSQL. A seed may be given; without one it is
chance. Prints every difference and, last, one line of JSON; ends with 1 if the claim does not hold.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn import coverage
from elearn.coverage import service
from elearn.db import Database
from tests import bases
from tests.coverage import worlds
from tests.coverage.answers import Answers
from tests.coverage.kept import Events, events_kept
from tests.coverage.oracle import Figure, Oracle
from tests.coverage.questions import Asked, Asking, indicators
from tests.coverage.reading import world_of
from tests.coverage.worlds.chance import Chance
from tests.coverage.worlds.later import Later
from tests.make import coverage as make

PERSONS, QUESTIONS, INDICATORS, ACTS = 20_000, 60, 20, 400
SIZE = worlds.Size(PERSONS, units=2_500, lessons=800, is_whole=True)
LATER = datetime(2026, 11, 22, 6, tzinfo=UTC)


class Answer(NamedTuple):
    """A question, and what both say."""

    asked: Asked
    engine: Figure
    plain: Figure


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in one database."""

    persons: int
    questions: int
    of_the_past: int
    in_which_somebody_is: int
    differences: int
    acts: int
    events: int
    events_otherwise: int
    seconds: float

    @property
    def holds(self) -> bool:
        asked = self.questions == 2 * QUESTIONS and self.in_which_somebody_is > QUESTIONS
        return asked and not self.differences and not self.events_otherwise


def main() -> int:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory() as folder:
        addresses = {
            "sqlite": f"sqlite:///{folder}/elearn.sqlite3",
            "postgresql": os.environ["ELEARN_TEST_DATABASE_URL"],
        }
        found = {name: prove(name, url, seed) for name, url in addresses.items()}
    ok = all(proof.holds for proof in found.values())
    told = {name: asdict(proof) for name, proof in found.items()}
    print(json.dumps({"proof": "oracle", "ok": ok, "seed": seed, **told}))
    return 0 if ok else 1


def prove(name: str, url: str, seed: int) -> Proof:
    """Invent a world in one database, ask, let more happen, and ask again."""
    print(f"— {name}, seed {seed} —", flush=True)
    begun = time.monotonic()
    with bases.filled(url):
        database = Database.at(url)
        scheme = invented(database, seed)
        first = asked(database, scheme, seed, [None, None, *moments(Chance(seed))])
        acts = let_happen(database, seed)
        second = asked(database, scheme, seed + 1, [None])
        followed = kept(database)
        count(database, scheme)
        anew = kept(database)
        database.engine.dispose()
    otherwise = {key for key in followed.keys() | anew.keys() if followed.get(key) != anew.get(key)}
    for key in sorted(otherwise)[:20]:
        print(f"followed otherwise: {key} {followed.get(key)}, anew {anew.get(key)}")
    answers = [*first, *second]
    return Proof(
        persons=PERSONS,
        questions=len(answers),
        of_the_past=sum(one.asked.known_at is not None for one in answers),
        in_which_somebody_is=sum(any(one.plain) for one in answers),
        differences=sum(one.engine != one.plain for one in answers),
        acts=acts,
        events=len(anew),
        events_otherwise=len(otherwise),
        seconds=round(time.monotonic() - begun, 1),
    )


def invented(database: Database, seed: int) -> coverage.Scheme:
    """Invent the world, and count twenty indicators of it on every map."""
    scheme = make.scheme_of(*indicators(Chance(seed), INDICATORS))
    with database.writing() as db:
        worlds.invent(db, seed, SIZE)
        coverage.load_definitions(db, [scheme], now=LATER)
    count(database, scheme)
    with database.reading() as db:
        return next(one for one in coverage.schemes_known(db) if one.key == scheme.key)


def count(database: Database, scheme: coverage.Scheme) -> None:
    for _ in coverage.rebuild(database, [scheme.key]):
        pass


def moments(chance: Chance) -> Iterator[datetime]:
    """Give moments of which figures are asked as they were known."""
    for _ in range(4):
        yield chance.moment(chance.day())


def asked(
    database: Database, scheme: coverage.Scheme, seed: int, known: Sequence[datetime | None]
) -> list[Answer]:
    """Ask both sixty questions, and print where they differ."""
    chance = Chance(seed)
    with database.reading() as db:
        asking = Asking(world_of(db), scheme.indicators, known)
        engine, plain = Answers(db, [scheme]), Oracle(asking.world)
        found = [
            Answer(one, engine.figure(one), plain.figure(one.question, one.known_at))
            for one in (asking.ask(chance) for _ in range(QUESTIONS))
        ]
    for one in found:
        if one.engine != one.plain:
            print(f"{one.asked}\n  the engine {one.engine}\n  the oracle {one.plain}")
    print(f"{QUESTIONS} questions asked", flush=True)
    return found


def let_happen(database: Database, seed: int) -> int:
    """Have more happen, and follow it; return how much did."""
    with database.writing() as db:
        acts = Later(db, Chance(seed), LATER).act(ACTS)
    is_behind = True
    while is_behind:
        with database.writing() as db:
            is_behind = service.follow(db, now=LATER)
    print(f"{acts} acts followed", flush=True)
    return acts


def kept(database: Database) -> Events:
    with database.reading() as db:
        return events_kept(db)


if __name__ == "__main__":
    sys.exit(main())
