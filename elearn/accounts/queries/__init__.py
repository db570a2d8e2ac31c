"""Reads of accounts: who is signed in, who may be meant, what is open where."""

from elearn.accounts.queries.accounts import account_named, account_of, all_accounts
from elearn.accounts.queries.candidates import candidates
from elearn.accounts.queries.faces import Face, faces_of
from elearn.accounts.queries.failures import failures_against, failures_from, known_at
from elearn.accounts.queries.grants import grants_of
from elearn.accounts.queries.presence import Presence, digest, presence_of
from elearn.accounts.queries.sessions import open_sessions

__all__ = [
    "Face",
    "Presence",
    "account_named",
    "account_of",
    "all_accounts",
    "candidates",
    "digest",
    "faces_of",
    "failures_against",
    "failures_from",
    "grants_of",
    "known_at",
    "open_sessions",
    "presence_of",
]
