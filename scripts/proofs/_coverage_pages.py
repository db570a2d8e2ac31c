"""Whole pages of coverage through the application, each asked for once, by people signed in."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from sqlalchemy import false, or_, select
from sqlalchemy.orm import Session

from elearn import areas, coverage
from elearn.cli import Installation
from scripts.benchmarks import _people_site as site
from scripts.proofs._coverage_counting import SCHEME, geographies, random_days

WARMING_UP = 10


@dataclass(frozen=True, slots=True)
class Took:
    """A page, who asked for it, and how many milliseconds that took."""

    actor: str
    address: str
    wall: float


def ask(here: Installation, chance: random.Random, count: int) -> list[Took]:
    """Ask for so many different pages; the first few before them count for nothing."""
    clients = site.enter(here)
    with here.database.reading() as db:
        wanted = list(_addresses(db, chance, count + WARMING_UP))
    took = []
    for actor, address in wanted:
        begun = time.perf_counter()
        answer = clients[actor].get(address)
        wall = 1000 * (time.perf_counter() - begun)
        assert answer.status_code == 200, f"{actor} {address}: {answer.status}"
        took.append(Took(actor, address, wall))
    return took[WARMING_UP:]


def _addresses(db: Session, chance: random.Random, count: int) -> Iterator[tuple[str, str]]:
    """Yield who asks for what: areas of all levels, days, borders and figures by chance."""
    scheme = coverage.scheme_by_key(coverage.schemes_known(db), SCHEME)
    asked: set[str] = set()
    while len(asked) < count:
        day = random_days(chance, 1)[0]
        geography = chance.choice(geographies(day))
        actor = chance.choice(list(site.ACTORS))
        levels = _codes(db, actor, geography)
        question = {
            "scheme": scheme.key,
            "figure": chance.choice(scheme.indicators).key,
            "as_of": day.isoformat(),
            "borders": geography.borders.value,
            "borders_on": geography.day.isoformat(),
            "area": chance.choice(chance.choice(levels)) if levels else "",
        }
        address = f"/coverage?{urlencode(question)}"
        if levels and address not in asked:
            asked.add(address)
            yield actor, address


def _codes(db: Session, actor: str, geography: coverage.Geography) -> list[list[str]]:
    """Return the codes of areas that lay on the day in what the actor answers for, by level."""
    if actor == "abolished province":
        return [[""]]  # What became of it: the page opens with that.
    version = areas.AreaVersion
    own = areas.versions_on(db, [site.ground(db, actor)], geography.day)
    found = (
        select(areas.Area.level, version.code)
        .join(version, areas.Area.id == version.area_id)
        .where(version.valid_on(geography.day), version.is_current())
        .where(or_(false(), *(version.path.startswith(one.path) for one in own.values())))
    )
    by_level: dict[areas.Level, list[str]] = {}
    for level, code in db.execute(found.order_by(version.id)):
        by_level.setdefault(level, []).append(code)
    return list(by_level.values())
