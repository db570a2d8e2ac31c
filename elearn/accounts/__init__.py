"""Accounts: who may sign in, what she was granted where, and on which devices she is signed in.

An *account* belongs to one person and has a user name; several persons may share a telephone
number and sign in by it. A *grant* gives a role over an area and everything below it, on dates.
A *sign-in session* is one device; its token is in that device's cookie and nowhere else.
"""

from elearn.accounts.models import Account, FailedSignIn, RoleGrant, SignInSession
from elearn.accounts.queries import Presence, presence_of

__all__ = [
    "Account",
    "FailedSignIn",
    "Presence",
    "RoleGrant",
    "SignInSession",
    "presence_of",
]
