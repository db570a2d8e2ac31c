"""Two screens at the same moment, and one that reports while it is stated; really committed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue, learning, media, people
from elearn.access import Actor, Grant, Role
from elearn.db import Database
from elearn.errors import Conflict
from elearn.learning import Form, Terms, Visit, WatchReport
from elearn.learning.viewings import SharedPresence, service
from tests import bases, own
from tests.learning.players import START
from tests.learning.viewings.leading import moment, shown, sitters, stretch
from tests.make import areas
from tests.make import people as make

pytestmark = pytest.mark.database
Shown = tuple[catalogue.Lecture, media.Playable]


@dataclass(frozen=True)
class House:
    """Two leaders with a viewing each, and those who might sit before either screen."""

    database: Database
    terms: Terms
    leaders: tuple[Actor, Actor]
    viewings: tuple[int, int]
    women: tuple[people.Person, ...]

    def says(self, place: int, number: int = 1) -> Callable[[Session], object]:
        women = self.women if place == 0 else self.women[::-1]
        said = service.Said((stretch(number, women, (0, 100), at=(0, 100)),))
        key = self.viewings[place]
        return lambda db: service.take(db, key, said, terms=self.terms, now=moment(100))

    def states(self, place: int) -> Callable[[Session], object]:
        actor, key = self.leaders[place], self.viewings[place]
        return lambda db: service.state(db, actor, key, terms=self.terms, now=moment(200))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database of these tests' own."""
    with own.address(tmp_path_factory.mktemp("races")) as address:
        database = Database.at(address)
        bases.METADATA.create_all(database.engine)
        with database.writing() as db:
            people.load_posts(db, people.posts(people.POSTS))
            learning.load_rules(db)
            areas.alone(db)
        yield database
        database.engine.dispose()


@pytest.fixture
def house(real: Database) -> House:
    with real.writing() as db:
        terms = learning.terms_on(db, START.date(), interval=15)
        unit, film = make.org_unit(db), shown(db, f"BG-{make.person(db).id}")
        women = tuple(sitters(db, unit, 20))
        path = areas.path(db, "Xã Hưng Hà")
        grant = Grant(Role.ADMINISTRATOR, path, date(2025, 7, 1))
        leaders = tuple(Actor(make.tenure(db, at=unit).person.id, (grant,)) for _ in range(2))
        opened = [_open(db, actor, film, terms) for actor in leaders]
        return House(real, terms, (leaders[0], leaders[1]), (opened[0], opened[1]), women)


def _open(db: Session, actor: Actor, film: Shown, terms: Terms) -> int:
    wanted = service.Opening(*film, areas.area(db).id)
    leader = actor.person_id or 0
    viewing = service.open_viewing(db, actor, wanted, terms=terms, now=START)
    visit = Visit(viewing.medium_version_id, viewing.length)
    session = learning.open_watch(db, leader, visit, terms=terms, now=START).session
    said = WatchReport(session, Form.VIDEO, ((0, 100),), 100)
    learning.record(db, leader, said, terms=terms, now=moment(100))
    return viewing.id


def at_once(house: House, *acts: Callable[[Session], object]) -> list[str]:
    """Do things in transactions that begin together; return how each ended, in their order."""
    start = Barrier(len(acts))

    def run(act: Callable[[Session], object]) -> str:
        start.wait(30)
        try:
            with house.database.writing() as db:
                act(db)
        except Conflict:
            return "refused"
        return "done"

    with ThreadPoolExecutor(len(acts)) as hands:
        return list(hands.map(run, acts))


def test_two_screens_do_not_both_take_the_same_people(house):
    assert at_once(house, house.says(0), house.says(1)) == ["done", "done"]

    with house.database.reading() as db:
        kept = [
            one.person_id for one in db.query(SharedPresence) if one.viewing_id in house.viewings
        ]
    assert sorted(kept) == [one.id for one in house.women]


def test_what_comes_while_it_is_stated_is_in_it_or_refused(house):
    at_once(house, house.says(0))

    ended = at_once(house, house.states(0), house.says(0, 2), house.states(0), house.says(0, 3))

    assert sorted([ended[0], ended[2]]) == ["done", "refused"]
    with house.database.reading() as db:
        sat = select(SharedPresence).where(SharedPresence.viewing_id == house.viewings[0])
        kept = db.scalars(sat).all()
    assert {one.credited_seconds for one in kept} == {100}
    assert len(kept) == len(house.women)
