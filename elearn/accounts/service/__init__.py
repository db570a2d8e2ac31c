"""Changes of accounts: sign in and out, passwords, grants."""

from elearn.accounts.service.accounts import close_account, create_account
from elearn.accounts.service.asking import ask_password
from elearn.accounts.service.chairs import grant_to_chairs
from elearn.accounts.service.factors import (
    begin_factor,
    confirm_factor,
    end_factor,
    forget_factor,
    give_factor,
    present_code,
    renew_codes,
    reset_factor,
    secret_begun,
)
from elearn.accounts.service.granting import Granted, end_grant, grant
from elearn.accounts.service.guard import Guard, Knock
from elearn.accounts.service.outcomes import Choice, Failure, SignedIn
from elearn.accounts.service.passwords import Change, change_password, good_password, set_password
from elearn.accounts.service.proving import Proof, prove
from elearn.accounts.service.sessions import (
    Device,
    end_session,
    end_sessions,
    open_session,
    sign_out,
)
from elearn.accounts.service.signing_in import admit
from elearn.accounts.service.weighing import Examined, examine

__all__ = [
    "Change",
    "Choice",
    "Device",
    "Examined",
    "Failure",
    "Granted",
    "Guard",
    "Knock",
    "Proof",
    "SignedIn",
    "admit",
    "ask_password",
    "begin_factor",
    "change_password",
    "close_account",
    "confirm_factor",
    "create_account",
    "end_factor",
    "end_grant",
    "end_session",
    "end_sessions",
    "examine",
    "forget_factor",
    "give_factor",
    "good_password",
    "grant",
    "grant_to_chairs",
    "open_session",
    "present_code",
    "prove",
    "renew_codes",
    "reset_factor",
    "secret_begun",
    "set_password",
    "sign_out",
]
