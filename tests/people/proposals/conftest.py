"""Who proposes and who answers, and the branch that it is about."""

import pytest

from tests.make import people as make
from tests.make import proposals as saying


@pytest.fixture
def chair(db):
    return saying.commune(db, make.person(db, "Vũ Thị Ngát"))


@pytest.fixture
def province(db):
    return saying.province(db)


@pytest.fixture
def branch(db):
    return saying.branch(db)
