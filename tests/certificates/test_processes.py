"""Several processes issue at once, and one dies with numbers in its hand."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select

from elearn.areas import Area, Level
from elearn.certificates import Certificate
from elearn.certificates.queries import Inspection, inspect
from elearn.classes import TrainingClass
from elearn.db import Database
from elearn.storage import Directory
from tests import bases, own
from tests.certificates.issuing_process import Clerk
from tests.make import certificates as make
from tests.make import people

pytestmark = pytest.mark.database
PEOPLE, CLASSES = 3, 8


@dataclass(frozen=True)
class Place:
    """A database of its own with eight closed classes of three."""

    address: str
    database: Database
    codes: list[str]


@pytest.fixture
def place(tmp_path) -> Iterator[Place]:
    with own.address(tmp_path) as address:
        database = Database.at(address)
        bases.METADATA.create_all(database.engine)
        with database.writing() as db:
            db.add(Area(id=1, level=Level.PROVINCE))
            for _ in range(CLASSES):
                make.closed_class(db, *(people.person(db) for _ in range(PEOPLE)), area_id=1)
            codes = list(db.scalars(select(TrainingClass.code).order_by(TrainingClass.id)))
        yield Place(address, database, codes)
        database.engine.dispose()


def test_numbers_have_no_gap_and_no_double_though_a_process_dies_with_some(place, tmp_path):
    doomed = Clerk.at_work(place.address, place.codes[:2], holding=place.codes[0])
    assert doomed.told() == place.codes[0]  # Numbered, and not committed.
    others = [Clerk.at_work(place.address, place.codes[n : n + 2]) for n in (2, 4, 6)]
    doomed.kill()
    others.append(Clerk.at_work(place.address, place.codes[:2]))
    for clerk in others:
        clerk.wait()

    with place.database.reading() as db:
        numbers = db.scalars(select(Certificate.number).order_by(Certificate.number)).all()
        found = inspect(db, Directory(tmp_path))
    assert numbers == list(range(1, PEOPLE * CLASSES + 1))
    assert found == Inspection(PEOPLE * CLASSES, unprinted=PEOPLE * CLASSES, problems=())


def test_a_class_that_two_processes_issue_at_once_is_issued_once(place):
    first = Clerk.at_work(place.address, place.codes[:1], holding=place.codes[0])
    assert first.told() == place.codes[0]
    second = Clerk.at_work(place.address, place.codes[:1])
    first.line.send("go on")
    ends = {first.told(), second.told()}

    for clerk in (first, second):
        clerk.wait()
    assert ends == {"done", "refused"}
    with place.database.reading() as db:
        assert db.scalar(select(func.count()).select_from(Certificate)) == PEOPLE
