"""Reads of notices: what a person was told, what she has not read, and the letters that wait."""

from elearn.notices.queries.letters import MailState, address_of, is_letter_due, mail_state
from elearn.notices.queries.notices import (
    Log,
    is_told,
    log_of,
    notice_of,
    unread_count,
)

__all__ = [
    "Log",
    "MailState",
    "address_of",
    "is_letter_due",
    "is_told",
    "log_of",
    "mail_state",
    "notice_of",
    "unread_count",
]
