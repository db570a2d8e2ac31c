"""Two hands on one class at the same moment, in transactions that are really committed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import classes, learning
from elearn.access import OPERATOR
from elearn.areas import Area, Level
from elearn.db import Database
from elearn.errors import Conflict
from tests import bases, own
from tests.classes.conftest import NOW
from tests.make import classes as make
from tests.make import people as cadres

pytestmark = pytest.mark.database


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database of these tests' own, with empty tables."""
    with own.address(tmp_path_factory.mktemp("races")) as address:
        database = Database.at(address)
        bases.METADATA.create_all(database.engine)
        yield database
        database.engine.dispose()


@pytest.fixture(scope="module")
def taught(real: Database) -> make.Course:
    with real.writing() as db:
        return make.course(db)


@pytest.fixture
def ready(real: Database, taught: make.Course) -> tuple[int, list[int]]:
    """A class with one person who has completed it, and the keys of two others."""
    with real.writing() as db:
        area = Area(level=Level.PROVINCE)
        db.add(area)
        db.flush()
        held = make.training_class(db, taught, at=area)
        one = make.participation(db, held)
        make.studied(db, one.person, taught)
        return held.id, [cadres.person(db).id for _ in range(2)]


def at_once(real: Database, *acts: Callable[[Session], object]) -> list[str]:
    """Do things in transactions that begin together; return how each ended."""
    start = Barrier(len(acts))

    def run(act: Callable[[Session], object]) -> str:
        start.wait(30)
        try:
            with real.writing() as db:
                act(db)
        except Conflict as refused:
            return str(refused)
        return "done"

    with ThreadPoolExecutor(len(acts)) as hands:
        return sorted(hands.map(run, acts))


def closing(class_id: int, guard: str) -> Callable[[Session], object]:
    return lambda db: classes.close(
        db, OPERATOR, db.get_one(classes.TrainingClass, class_id), guard=guard, now=NOW
    )


def admitting(class_id: int, person_ids: list[int]) -> Callable[[Session], object]:
    return lambda db: classes.admit_people(
        db, OPERATOR, db.get_one(classes.TrainingClass, class_id), person_ids, now=NOW
    )


def guard_of(real: Database, class_id: int) -> str:
    with real.reading() as db:
        held = db.get_one(classes.TrainingClass, class_id)
        return classes.closing_list(db, held, now=NOW).guard


def test_of_two_who_close_at_once_one_does(real, ready):
    class_id, _ = ready
    shown = guard_of(real, class_id)

    done, refused = at_once(real, *[closing(class_id, shown)] * 2)[::-1]

    assert done == "done"
    assert "đã chốt" in refused
    with real.reading() as db:
        [one] = db.scalars(
            select(classes.Participation).where(classes.Participation.training_class_id == class_id)
        )
        hers = learning.Completion.person_id == one.person_id
        assert len(db.scalars(select(learning.Completion).where(hers)).all()) == 1


def test_nobody_slips_into_a_class_that_is_being_closed(real, ready):
    class_id, newcomers = ready
    shown = guard_of(real, class_id)

    ended = at_once(real, closing(class_id, shown), admitting(class_id, newcomers))

    assert ended.count("done") == 1
    with real.reading() as db:
        held = db.get_one(classes.TrainingClass, class_id)
        outcomes = {one.outcome for one in classes.participations_of(db, held)}
        expected = {"completed"} if held.state is classes.ClassState.CLOSED else {None}
        assert outcomes == expected


def test_two_who_admit_the_same_person_at_once_admit_her_once(real, ready):
    class_id, newcomers = ready

    ended = at_once(real, *[admitting(class_id, newcomers)] * 2)

    assert ended == ["done", "done"]
    with real.reading() as db:
        held = db.get_one(classes.TrainingClass, class_id)
        assert len(classes.participations_of(db, held)) == 3
