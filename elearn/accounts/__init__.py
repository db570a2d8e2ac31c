"""Accounts: who may sign in, what she was granted where, and on which devices she is signed in.

An *account* belongs to one person and has a user name; several persons may share a telephone
number and sign in by it. A *grant* gives a role over an area and everything below it, on dates.
A *sign-in session* is one device; its token is in that device's cookie and nowhere else.
"""

from elearn.accounts.argon2 import Passwords
from elearn.accounts.models import Account, FailedSignIn, RoleGrant, SignInSession
from elearn.accounts.queries import (
    Face,
    Presence,
    account_named,
    account_of,
    all_accounts,
    faces_of,
    grants_of,
    open_sessions,
    presence_of,
)
from elearn.accounts.reader import rule_on
from elearn.accounts.rules import LOCAL, SignInRule, device_name, may_grant, network_of
from elearn.accounts.service import (
    Change,
    Choice,
    Device,
    Examined,
    Failure,
    Granted,
    Guard,
    Knock,
    SignedIn,
    admit,
    change_password,
    close_account,
    create_account,
    end_grant,
    end_session,
    end_sessions,
    examine,
    good_password,
    grant,
    open_session,
    set_password,
    sign_out,
)

__all__ = [
    "LOCAL",
    "Account",
    "Change",
    "Choice",
    "Device",
    "Examined",
    "Face",
    "FailedSignIn",
    "Failure",
    "Granted",
    "Guard",
    "Knock",
    "Passwords",
    "Presence",
    "RoleGrant",
    "SignInRule",
    "SignInSession",
    "SignedIn",
    "account_named",
    "account_of",
    "admit",
    "all_accounts",
    "change_password",
    "close_account",
    "create_account",
    "device_name",
    "end_grant",
    "end_session",
    "end_sessions",
    "examine",
    "faces_of",
    "good_password",
    "grant",
    "grants_of",
    "may_grant",
    "network_of",
    "open_session",
    "open_sessions",
    "presence_of",
    "rule_on",
    "set_password",
    "sign_out",
]
