"""Changes of accounts: sign in and out, passwords, grants."""

from elearn.accounts.service.accounts import close_account, create_account
from elearn.accounts.service.asking import ask_password, examine_hers
from elearn.accounts.service.bulk import make_accounts
from elearn.accounts.service.carrying import begin_carrying, carry, standing_link
from elearn.accounts.service.chairs import grant_to_chairs
from elearn.accounts.service.codes import (
    Terms,
    Typed,
    activate,
    confirm,
    digest_of,
    keep_codes,
    new_codes,
    recognise,
    revoke_codes,
)
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
from elearn.accounts.service.helping import code_held, end_hers, help_in, reopen, shut
from elearn.accounts.service.identities import link_identity, sign_in_linked, unlink_identity
from elearn.accounts.service.outcomes import Choice, Failure, SignedIn
from elearn.accounts.service.passwords import (
    Change,
    ExaminedChange,
    change_password,
    examine_change,
    good_password,
    set_password,
)
from elearn.accounts.service.privacy import accept_notice
from elearn.accounts.service.proving import Proof, prove
from elearn.accounts.service.sessions import (
    Device,
    end_session,
    end_sessions,
    open_session,
    sign_out,
)
from elearn.accounts.service.signing_in import admit
from elearn.accounts.service.slips import (
    DRAW,
    job_key,
    keep_sheet,
    note_fetched,
    order_slips,
    refuse_strangers,
    remove_files,
    still_due,
)
from elearn.accounts.service.weighing import Examined, examine

__all__ = [
    "DRAW",
    "Change",
    "Choice",
    "Device",
    "Examined",
    "ExaminedChange",
    "Failure",
    "Granted",
    "Guard",
    "Knock",
    "Proof",
    "SignedIn",
    "Terms",
    "Typed",
    "accept_notice",
    "activate",
    "admit",
    "ask_password",
    "begin_carrying",
    "begin_factor",
    "carry",
    "change_password",
    "close_account",
    "code_held",
    "confirm",
    "confirm_factor",
    "create_account",
    "digest_of",
    "end_factor",
    "end_grant",
    "end_hers",
    "end_session",
    "end_sessions",
    "examine",
    "examine_change",
    "examine_hers",
    "forget_factor",
    "give_factor",
    "good_password",
    "grant",
    "grant_to_chairs",
    "help_in",
    "job_key",
    "keep_codes",
    "keep_sheet",
    "link_identity",
    "make_accounts",
    "new_codes",
    "note_fetched",
    "open_session",
    "order_slips",
    "present_code",
    "prove",
    "recognise",
    "refuse_strangers",
    "remove_files",
    "renew_codes",
    "reopen",
    "reset_factor",
    "revoke_codes",
    "secret_begun",
    "set_password",
    "shut",
    "sign_in_linked",
    "sign_out",
    "standing_link",
    "still_due",
    "unlink_identity",
]
