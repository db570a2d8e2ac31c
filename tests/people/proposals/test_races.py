"""Two who confirm at once, in transactions that are really committed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from elearn import people
from elearn.access import OPERATOR
from elearn.areas import Area, Level
from elearn.people import OrgUnit, Person, Post, Tenure, UnitKind
from tests.make import proposals as saying

pytestmark = pytest.mark.database


@pytest.fixture
def proposal_id(real):
    with real.writing() as db:
        commune = Area(level=Level.COMMUNE)
        unit = OrgUnit(name="Chi hội", kind=UnitKind.BRANCH, valid_from=saying.SINCE)
        post = Post(key="branch_head", name="Chi hội trưởng", level=Level.BRANCH, rank=1)
        db.add_all([commune, unit, post])
        db.flush()
        return saying.proposal(db, unit=unit, area_id=commune.id).id


def test_two_who_confirm_at_once_do_it_once(real, proposal_id):
    together = Barrier(2)

    def confirm(_):
        together.wait(30)
        with real.writing() as db:
            found = people.confirm_proposals(db, OPERATOR, [proposal_id], now=saying.NOW)
        return len(found.confirmed), found.already

    with ThreadPoolExecutor(2) as hands:
        told = sorted(hands.map(confirm, range(2)))

    assert told == [(0, 1), (1, 0)]
    with real.reading() as db:
        assert db.scalar(select(func.count(Tenure.id))) == 1
        assert db.scalar(select(func.count(Person.id))) == 1
