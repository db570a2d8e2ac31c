"""A cadre, films of a known length, and the terms of watching."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from elearn import learning
from elearn.learning import Terms
from tests.learning.players import START, Player
from tests.make import media


@pytest.fixture
def terms(db: Session) -> Terms:
    learning.load_rules(db)
    return learning.terms_on(db, START.date(), interval=15)


@pytest.fixture
def player(db: Session, terms: Terms) -> Player:
    return Player(db, terms)


@pytest.fixture
def film(db: Session) -> Callable[[], int]:
    """`film()` gives the key of a new medium version of ten minutes."""
    return lambda: media.medium_version(db, seconds=600).id
