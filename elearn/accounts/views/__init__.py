"""Pages of signing in, of choosing who one is, and of one's own account."""

from elearn.accounts.views import (
    account,
    accounts,
    activation,
    carrying,
    grants,
    helping,
    openid,
    privacy,
    second_factor,
    signing_in,
    slips,
)
from elearn.accounts.views.door import bp

__all__ = [
    "account",
    "accounts",
    "activation",
    "bp",
    "carrying",
    "grants",
    "helping",
    "openid",
    "privacy",
    "second_factor",
    "signing_in",
    "slips",
]
