"""A commune with its union, its chair who leads, and a lecture of ten minutes."""

import pytest
from sqlalchemy.orm import Session

from elearn import catalogue, media
from elearn.learning import Terms
from elearn.people import OrgUnit
from tests.learning.viewings.leading import Leader, shown
from tests.make import people as make


@pytest.fixture
def unit(db: Session) -> OrgUnit:
    return make.org_unit(db)


@pytest.fixture
def leader(db: Session, terms: Terms, unit: OrgUnit) -> Leader:
    return Leader(db, terms, unit)


@pytest.fixture
def film(db: Session) -> tuple[catalogue.Lecture, media.Playable]:
    return shown(db)
