"""Pure decisions about certificates: what is printed, how it is numbered, what a state means."""

from elearn.certificates.rules.checking import CheckRule, agrees, number_meant, pause_of
from elearn.certificates.rules.facts import (
    Facts,
    born_meant,
    file_names,
    last_day,
    shown_number,
)
from elearn.certificates.rules.states import (
    KIND_SIGNS,
    STATE_NAMES,
    VERDICTS,
    FileKind,
    State,
)
from elearn.certificates.rules.tokens import fresh_token, is_token
from elearn.certificates.rules.wording import day_in_words, time_in_words

__all__ = [
    "KIND_SIGNS",
    "STATE_NAMES",
    "VERDICTS",
    "CheckRule",
    "Facts",
    "FileKind",
    "State",
    "agrees",
    "born_meant",
    "day_in_words",
    "file_names",
    "fresh_token",
    "is_token",
    "last_day",
    "number_meant",
    "pause_of",
    "shown_number",
    "time_in_words",
]
