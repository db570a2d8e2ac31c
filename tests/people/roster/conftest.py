"""Somebody signed in, for the tests of the pages of rosters."""

import pytest


@pytest.fixture
def entered(enter):
    """The administrator of Hưng Yên is signed in."""
    enter()
