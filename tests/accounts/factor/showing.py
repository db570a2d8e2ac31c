"""The digits that a telephone shows."""

from elearn import clock
from elearn.accounts import totp
from tests.make import accounts as make


def digits() -> str:
    """Return those of the moment."""
    return totp.code_at(make.SECRET, clock.now())
