"""Whose paper it is, who proposes for her commune, who decides, and what it counts for."""

import pytest

from elearn.access import Actor
from tests.make import catalogue, proposals
from tests.make import people as make


@pytest.fixture
def head(db):
    return make.tenure(db, make.person(db, "Vũ Thị Ngát")).person


@pytest.fixture
def chair(db):
    """Who proposes for the commune."""
    return proposals.commune(db, make.person(db, "Bùi Thị Thoa"))


@pytest.fixture
def province(db):
    grant = proposals.province(db).grants
    return Actor(make.person(db, "Đỗ Thị Lan").id, grant)


@pytest.fixture
def programme(db):
    return catalogue.programme(db, "CT-9")
