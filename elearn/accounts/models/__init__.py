"""Accounts, grants, sign-in sessions and failed sign-ins: digests in place of any secret."""

from elearn.accounts.models.accounts import Account
from elearn.accounts.models.factors import RecoveryCode, SecondFactor
from elearn.accounts.models.failures import FailedSignIn
from elearn.accounts.models.grants import RoleGrant
from elearn.accounts.models.identities import LinkedIdentity
from elearn.accounts.models.sessions import SignInSession

__all__ = [
    "Account",
    "FailedSignIn",
    "LinkedIdentity",
    "RecoveryCode",
    "RoleGrant",
    "SecondFactor",
    "SignInSession",
]
