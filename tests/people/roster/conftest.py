"""Somebody signed in, for the tests of the pages of rosters."""

import pytest

from tests.make.rosterwork import Bench


@pytest.fixture
def entered(enter):
    """The administrator of Hưng Yên is signed in."""
    enter()


@pytest.fixture
def bench(here, db):
    """A worker of this transaction, which writes batches and takes them back at once."""
    return Bench(here, db)
