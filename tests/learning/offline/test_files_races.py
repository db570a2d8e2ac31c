"""Several who bring the same at the same moment; really committed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import learning
from elearn.access import Actor
from elearn.db import Database
from elearn.learning import Terms
from elearn.learning.offline import ReportEnvelope, service
from elearn.learning.offline.service.files import Taking, bring
from elearn.learning.rules import SessionKind
from tests import bases, own
from tests.learning.offline.away import SECRET, Away, at
from tests.learning.offline.carrying import brought, report_file
from tests.learning.players import START
from tests.make import media, people

pytestmark = pytest.mark.database
LATER = 4000


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database of these tests' own."""
    with own.address(tmp_path_factory.mktemp("races")) as address:
        database = Database.at(address)
        bases.METADATA.create_all(database.engine)
        with database.writing() as db:
            learning.load_rules(db)
        yield database
        database.engine.dispose()


def test_two_chairs_and_a_line_bring_the_same_at_once(real: Database):
    with real.writing() as db:
        terms = learning.terms_on(db, START.date(), interval=15)
        away = [Away(db, terms) for _ in range(3)]
        leases = [one.lease(media.medium_version(db, seconds=600).id) for one in away]
        chairs = [people.person(db).id for _ in range(2)]
    lines = [one.phone.played(lease, (0, 90)) for one, lease in zip(away, leases, strict=True)]
    there, back = report_file(*lines), report_file(*reversed(lines))

    _at_once(
        real,
        lambda db: _brings(db, chairs[0], there, terms),
        lambda db: _brings(db, chairs[1], back, terms),
        lambda db: _sends(db, lines, terms),
    )

    with real.reading() as db:
        given = [_of(db, one).credited(SessionKind.OFFLINE) for one in away]
        told = db.scalar(select(func.sum(ReportEnvelope.credited_seconds)))
        kept = db.scalar(select(func.count()).select_from(ReportEnvelope))
    assert (given, kept) == ([90, 90, 90], 6)
    assert told in (0, 270)


def _of(db: Session, one: Away) -> Away:
    one.db = db
    return one


def _brings(db: Session, person_id: int, content: bytes, terms: Terms) -> None:
    bring(db, Actor(person_id), [brought(content)], Taking(SECRET, terms), now=at(LATER))


def _sends(db: Session, lines: list[str], terms: Terms) -> None:
    given = [one.encode() for one in lines]
    service.take(db, given, secret_key=SECRET, terms=terms, now=at(LATER))


def _at_once(database: Database, *acts: Callable[[Session], object]) -> None:
    """Do things in transactions that begin together."""
    start = Barrier(len(acts))

    def run(act: Callable[[Session], object]) -> None:
        start.wait(10)
        with database.writing() as db:
            act(db)

    with ThreadPoolExecutor(len(acts)) as hands:
        list(hands.map(run, acts))


def test_two_who_end_each_others_leases_wait_for_each_other_at_most(real: Database):
    """Each brings what one played and ends the lease of the other, who fetches that film anew."""
    with real.writing() as db:
        terms = learning.terms_on(db, START.date(), interval=15)
        away = [Away(db, terms) for _ in range(2)]
        films = [media.medium_version(db, seconds=600).id for _ in away]
        leases = [one.lease(film, browser="a" * 32) for one, film in zip(away, films, strict=True)]
    both = list(zip(away, leases, strict=True))
    played = [one.phone.played(lease, (0, 90)) for one, lease in both]
    ends = [one.phone.played(lease, ended="deleted") for one, lease in both]

    _at_once(
        real,
        lambda db: _sends(db, [played[0], ends[1]], terms),
        lambda db: _sends(db, [played[1], ends[0]], terms),
        lambda db: _of(db, away[0]).lease(films[0], LATER, browser="a" * 32),
    )

    with real.reading() as db:
        given = [_of(db, one).credited(SessionKind.OFFLINE) for one in away]
        ended = [_of(db, one).row(lease).ended_at for one, lease in both]
    assert (given, ended) == ([90, 90], [at(LATER), at(LATER)])
