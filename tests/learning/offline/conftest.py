"""Somebody with a phone."""

import pytest
from sqlalchemy.orm import Session

from elearn.learning import Terms
from tests.learning.offline.away import Away


@pytest.fixture
def away(db: Session, terms: Terms) -> Away:
    return Away(db, terms)
