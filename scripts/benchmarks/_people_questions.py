"""The pages the people bench asks for: lists, searches and records."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.cli import Installation

SEARCHES = 60
LAST_DAY = date(2025, 6, 30)
FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"held": "now"},
    {"held": "formerly"},
    {"held": "never"},
    {"post": "branch_head"},
    {"post": "commune_union_chair", "held": "now"},
    {"post": "union_province_chair"},
    {"post": "union_district_officer", "held": "formerly"},
    {"post": "group-commune_official", "held": "now"},
    {"area": "Huyện Hưng Hà"},
    {"area": "Huyện Hưng Hà", "post": "branch_head", "held": "now"},
    {"area": "Tỉnh Thái Bình"},
    {"area": "Tỉnh Thái Bình", "held": "formerly"},
    {"area": "Thành phố Hà Nội", "post": "trainer"},
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that is asked for, of which kind, by whom."""

    kind: str
    actor: str
    address: str


def lists(here: Installation, clients: dict[str, FlaskClient]) -> Iterator[Asked]:
    """Yield the first pages of each list, the next ones, and one that begins in the middle."""
    with here.database.reading() as db:
        middle = db.scalar(select(func.max(people.Person.id) / 2)) or 1
        named = {name: key(db, name) for one in FILTERS if (name := one.get("area"))}
    for actor in clients:
        for given in FILTERS:
            filters = given | ({"area": str(named[given["area"]])} if "area" in given else {})
            for turn in ({}, {"after": str(int(middle))}, {"before": str(int(middle))}):
                yield Asked("list", actor, f"/people?{urlencode(filters | turn)}")


def key(db: Session, name: str) -> int:
    """Return the area that bore the name on the last day of three levels."""
    found = select(areas.AreaVersion.area_id).where(areas.AreaVersion.full_name == name)
    return db.scalars(found.where(areas.AreaVersion.valid_on(LAST_DAY))).first() or 0


def searches(
    here: Installation, clients: dict[str, FlaskClient], chance: random.Random
) -> Iterator[Asked]:
    """Yield names that somebody has, without diacritics, whole and in parts, and telephones."""
    for person in some_people(here, chance):
        words = person.name_folded.split()
        typed = [
            " ".join(words),
            words[-1],
            f"{words[0]} {words[-1]}",
            " ".join(words)[: -max(1, len(words[-1]) // 2)],
            words[0],
            (person.phone or "0900123456")[-5:],
        ]
        actor = chance.choice(list(clients))
        yield Asked("search", actor, f"/people?{urlencode({'q': chance.choice(typed)})}")


def some_people(here: Installation, chance: random.Random) -> Sequence[people.Person]:
    with here.database.reading() as db:
        last = db.scalar(select(func.max(people.Person.id))) or 1
        keys = [chance.randint(1, last) for _ in range(SEARCHES * 2)]
        return db.scalars(select(people.Person).where(people.Person.id.in_(keys))).all()


def records(clients: dict[str, FlaskClient], chance: random.Random) -> Iterator[Asked]:
    """Yield records of people whom each list shows first."""
    for actor, client in clients.items():
        listed = sorted(set(re.findall(r"/people/\d+", client.get("/people").text)))
        for address in chance.sample(listed, min(12, len(listed))):
            yield Asked("person", actor, address)
