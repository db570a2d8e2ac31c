"""Pure decisions of signing in and granting."""

from elearn.accounts.rules.codes import ALPHABET, CodeRule, code_in, new_code, shown_code
from elearn.accounts.rules.devices import device_name, is_within_app
from elearn.accounts.rules.granting import BY_ADMINISTRATORS, may_grant
from elearn.accounts.rules.helping import HELPING, may_help
from elearn.accounts.rules.identity import Identity
from elearn.accounts.rules.names import (
    flaw_of,
    is_user_name,
    subject_in,
    telephone_in,
    user_name_of,
)
from elearn.accounts.rules.networks import LOCAL, network_of, shown_network
from elearn.accounts.rules.pauses import (
    Standing,
    network_pause_until,
    pause_until,
    standing,
)
from elearn.accounts.rules.recovery import is_digits, new_recovery_codes, typed
from elearn.accounts.rules.roles import LocalRole, Need, RoleRule
from elearn.accounts.rules.rule import SignInRule
from elearn.accounts.rules.user_names import name_stem, numbered

__all__ = [
    "ALPHABET",
    "BY_ADMINISTRATORS",
    "HELPING",
    "LOCAL",
    "CodeRule",
    "Identity",
    "LocalRole",
    "Need",
    "RoleRule",
    "SignInRule",
    "Standing",
    "code_in",
    "device_name",
    "flaw_of",
    "is_digits",
    "is_user_name",
    "is_within_app",
    "may_grant",
    "may_help",
    "name_stem",
    "network_of",
    "network_pause_until",
    "new_code",
    "new_recovery_codes",
    "numbered",
    "pause_until",
    "shown_code",
    "shown_network",
    "standing",
    "subject_in",
    "telephone_in",
    "typed",
    "user_name_of",
]
