"""Reads of accounts: who is signed in, who may be meant, what is open where."""

from elearn.accounts.queries.accounts import account_named, account_of, all_accounts
from elearn.accounts.queries.candidates import candidates
from elearn.accounts.queries.chairs import Chair, chairs_without_rights
from elearn.accounts.queries.faces import Face, faces_of
from elearn.accounts.queries.factors import Factor, FactorState, factor_of
from elearn.accounts.queries.failures import failures_against, failures_from, known_at
from elearn.accounts.queries.grants import (
    GrantPage,
    Held,
    State,
    Wanted,
    grant_seen_by,
    grants_of,
    grants_page,
    grants_visible_to,
    may_see_grant,
)
from elearn.accounts.queries.presence import Owed, Presence, digest, presence_of
from elearn.accounts.queries.scopes import paths_of, post_followed, present_path
from elearn.accounts.queries.sessions import open_sessions

__all__ = [
    "Chair",
    "Face",
    "Factor",
    "FactorState",
    "GrantPage",
    "Held",
    "Owed",
    "Presence",
    "State",
    "Wanted",
    "account_named",
    "account_of",
    "all_accounts",
    "candidates",
    "chairs_without_rights",
    "digest",
    "faces_of",
    "factor_of",
    "failures_against",
    "failures_from",
    "grant_seen_by",
    "grants_of",
    "grants_page",
    "grants_visible_to",
    "known_at",
    "may_see_grant",
    "open_sessions",
    "paths_of",
    "post_followed",
    "presence_of",
    "present_path",
]
