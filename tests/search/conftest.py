"""A shelf in the test's own home, and its follower."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from elearn import search
from elearn.config import Settings
from elearn.search import Shelf
from tests.make import catalogue


@pytest.fixture
def shelf(settings: Settings) -> Shelf:
    return Shelf.of(settings)


@pytest.fixture
def follow(db: Session, shelf: Shelf) -> Callable[[], bool]:
    """`follow()` does what the worker does each second."""
    return lambda: search.follow(db, shelf, now=catalogue.LONG_AGO)
