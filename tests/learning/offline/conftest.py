"""Somebody with a phone, the terms of watching, and films of ten minutes."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from elearn import learning
from elearn.learning import Terms
from tests.learning.offline.away import LENGTH, Away
from tests.learning.players import START
from tests.make import media


@pytest.fixture
def terms(db: Session) -> Terms:
    learning.load_rules(db)
    return learning.terms_on(db, START.date(), interval=15)


@pytest.fixture
def film(db: Session) -> Callable[[], int]:
    """`film()` gives the key of a new medium version of ten minutes."""
    return lambda: media.medium_version(db, seconds=LENGTH).id


@pytest.fixture
def away(db: Session, terms: Terms) -> Away:
    return Away(db, terms)
