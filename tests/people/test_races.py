"""Two who change one thing at once, in transactions that are really committed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import func, select

from elearn import people
from elearn.access import OPERATOR
from elearn.areas import Area, Level
from elearn.errors import Conflict
from elearn.people import (
    Headcount,
    OrgUnit,
    Person,
    Post,
    TargetGroup,
    Tenure,
    UnitKind,
    service,
)
from tests.make import people as make
from tests.make.proposals import NOW, SINCE

pytestmark = pytest.mark.database


def both(real, act, *given):
    """Return what came of an act done twice at once: both have read before either writes."""
    together = Barrier(2)

    def do(value):
        with real.writing() as db:
            found = act(db, value)
            if real.engine.dialect.name == "postgresql":  # SQLite lets one write at a time.
                together.wait(30)
            return found(db)

    with ThreadPoolExecutor(2) as hands:
        return list(hands.map(do, given))


@pytest.fixture
def tenure_id(real):
    with real.writing() as db:
        unit = OrgUnit(name="Chi hội", kind=UnitKind.BRANCH, valid_from=SINCE)
        post = Post(key="branch_head", name="Chi hội trưởng", level=Level.BRANCH, rank=1)
        db.add_all([Area(level=Level.COMMUNE), unit, post])
        db.flush()
        held = Tenure(
            person_id=make.person(db).id,
            post_key=post.key,
            org_unit_id=unit.id,
            valid_from=SINCE,
            recorded_at=make.KNOWN,
        )
        db.add(held)
        db.flush()
        return held.id


def test_of_two_who_correct_a_tenure_at_once_one_is_told(real, tenure_id):
    def correct(db, day):
        held = db.get_one(Tenure, tenure_id)

        def on(db):
            try:
                service.correct_tenure(db, OPERATOR, held, service.Correction(day), now=NOW)
            except Conflict:
                return "late"
            return "done"

        return on

    told = both(real, correct, date(2025, 8, 1), date(2025, 9, 1))

    assert sorted(told) == ["done", "late"]
    with real.reading() as db:
        assert db.scalar(select(func.count(Tenure.id)).where(Tenure.is_current())) == 1


def test_of_two_joins_at_once_no_entry_stands_for_one_that_is_joined(real):
    with real.writing() as db:
        keys = [make.person(db, f"Hà Thị {name}").id for name in ("An", "Bé", "Cúc")]

    def join(db, pair):
        one, other = (db.get_one(Person, key) for key in pair)
        return lambda db: people.merge(db, OPERATOR, one, other, now=NOW).id

    both(real, join, keys[:2], keys[1:])

    with real.reading() as db:
        whole = dict(db.execute(select(Person.id, Person.same_as_id)).all())
    assert whole == {keys[0]: keys[2], keys[1]: keys[2], keys[2]: None}


def test_of_two_who_declare_a_number_at_once_the_later_supersedes(real):
    with real.writing() as db:
        area = Area(level=Level.COMMUNE)
        db.add_all([area, TargetGroup(key="branch_head", name="Chi hội trưởng")])
        db.flush()
        area_id = area.id

    def declare(_db, number):
        told = people.Declaration("branch_head", SINCE, number, area_id=area_id)
        return lambda db: people.declare_headcount(db, OPERATOR, told, now=NOW).number

    assert sorted(both(real, declare, 35, 37)) == [35, 37]
    with real.writing() as db:
        assert db.scalar(select(func.count(Headcount.id))) == 2
        assert db.scalar(select(func.count()).where(Headcount.is_current())) == 1
