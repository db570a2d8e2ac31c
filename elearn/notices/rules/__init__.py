"""Decisions about notices that need no database: their sentences, and when a letter goes out."""

from elearn.notices.rules.kinds import Kind
from elearn.notices.rules.letters import (
    CODE_HOLDS,
    LETTER_STATE_NAMES,
    MOST_TRIES,
    LetterState,
    code_of,
    is_address,
    letter_pause,
    server_pause,
)
from elearn.notices.rules.sentences import said, text_of, title_of

__all__ = [
    "CODE_HOLDS",
    "LETTER_STATE_NAMES",
    "MOST_TRIES",
    "Kind",
    "LetterState",
    "code_of",
    "is_address",
    "letter_pause",
    "said",
    "server_pause",
    "text_of",
    "title_of",
]
