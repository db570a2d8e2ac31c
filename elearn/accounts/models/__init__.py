"""Accounts, grants, sign-in sessions and failed sign-ins: digests in place of any secret."""

from elearn.accounts.models.accounts import Account
from elearn.accounts.models.carrying import CarryLink
from elearn.accounts.models.codes import ActivationCode
from elearn.accounts.models.factors import RecoveryCode, SecondFactor
from elearn.accounts.models.failures import FailedSignIn
from elearn.accounts.models.grants import RoleGrant
from elearn.accounts.models.identities import LinkedIdentity
from elearn.accounts.models.privacy import PrivacyAcceptance
from elearn.accounts.models.sessions import SignInSession
from elearn.accounts.models.slips import SlipBatch, SlipSheet

__all__ = [
    "Account",
    "ActivationCode",
    "CarryLink",
    "FailedSignIn",
    "LinkedIdentity",
    "PrivacyAcceptance",
    "RecoveryCode",
    "RoleGrant",
    "SecondFactor",
    "SignInSession",
    "SlipBatch",
    "SlipSheet",
]
