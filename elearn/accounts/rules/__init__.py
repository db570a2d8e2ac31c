"""Pure decisions of signing in and granting."""

from elearn.accounts.rules.devices import device_name
from elearn.accounts.rules.granting import may_grant
from elearn.accounts.rules.names import (
    flaw_of,
    is_user_name,
    subject_in,
    telephone_in,
    user_name_of,
)
from elearn.accounts.rules.networks import LOCAL, network_of
from elearn.accounts.rules.pauses import (
    Standing,
    network_pause_until,
    pause_until,
    standing,
)
from elearn.accounts.rules.roles import LocalRole, Need, RoleRule
from elearn.accounts.rules.rule import SignInRule

__all__ = [
    "LOCAL",
    "LocalRole",
    "Need",
    "RoleRule",
    "SignInRule",
    "Standing",
    "device_name",
    "flaw_of",
    "is_user_name",
    "may_grant",
    "network_of",
    "network_pause_until",
    "pause_until",
    "standing",
    "subject_in",
    "telephone_in",
    "user_name_of",
]
