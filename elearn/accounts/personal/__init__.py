"""What accounts holds of a person: her way in, her devices, her rights; and how long."""

from elearn.accounts.personal.forgetting import SESSION_DAYS, forget, let_lapse
from elearn.accounts.personal.telling import personal_data_of

#: The tables with a person's or an account's key, and what each holds of her.
TABLES = {
    "account": "told; its name and password are forgotten, and it is closed",
    "sign_in_session": "told and forgotten",
    "carry_link": "good for a minute, hangs by a session, forgotten with it",
    "activation_code": "a digest; told with the account as used or not, forgotten",
    "second_factor": "told with the account, forgotten",
    "recovery_code": "digests, forgotten",
    "linked_identity": "told and forgotten",
    "privacy_acceptance": "told; a number and a moment, kept to prove that she was informed",
    "role_grant": "told; without her name it says who answered for what and when, so it stays",
    "slip_batch": "who ordered slips: an act, a key and no name",
}

__all__ = ["SESSION_DAYS", "TABLES", "forget", "let_lapse", "personal_data_of"]
