"""Who reads and changes rules, and a draft that was tried."""

import pytest

from elearn import clock, learning
from elearn.learning import Effect, TrialLine
from tests.make import accounts, catalogue, people, rules
from tests.make import classes as make


@pytest.fixture(autouse=True)
def day(still):
    """What is drafted for tomorrow is adopted today."""


@pytest.fixture
def course(db):
    return make.course(db)


@pytest.fixture
def enter(db, sign_in, course):
    """`enter(role, place)` signs somebody in who holds the role there, or everywhere."""

    def by(role, place=None):
        made = accounts.account(db)
        accounts.role_grant(db, made, role, area_id=place.id if place else None)
        sign_in(made)

    return by


@pytest.fixture
def tried(db, course):
    """A draft that would give one lecture to somebody in Hưng Yên, and to somebody elsewhere."""
    near, far = people.person(db, "Đào Thị Gần"), people.person(db, "Vi Thị Xa")
    people.tenure(db, near, at=people.org_unit(db))
    draft = rules.share_draft(db, 70)
    gains = {Effect.GAINS: frozenset({near.id, far.id})}
    line = TrialLine(9, 5, gains, lecture_id=catalogue.lecture(db, "BG-70").id)
    learning.keep_trial(db, draft.id, [line], against="watch 1", now=clock.now())
    return draft
