"""Reads of accounts: who is signed in, who may be meant, what is open where."""

from elearn.accounts.queries.accounts import account_named, account_of, all_accounts, bearing_entry
from elearn.accounts.queries.bearer import Bearer, bearer_of
from elearn.accounts.queries.candidates import candidates
from elearn.accounts.queries.carrying import Carried, carried_by
from elearn.accounts.queries.chairs import MOST, Chair, chairs_without_rights
from elearn.accounts.queries.codes import code_by_digest, codes_of, open_code, open_codes
from elearn.accounts.queries.contacts import Contact, Former, contact_in, former_places
from elearn.accounts.queries.deciders import deciders_over, holders_of
from elearn.accounts.queries.faces import Face, faces_of
from elearn.accounts.queries.factors import Factor, FactorState, factor_of, has_factor
from elearn.accounts.queries.failures import failures_against, failures_from, known_at
from elearn.accounts.queries.grants import (
    GrantPage,
    Held,
    State,
    Wanted,
    all_grants,
    grant_seen_by,
    grants_of,
    grants_page,
    grants_visible_to,
    held,
    may_see_grant,
    reached,
)
from elearn.accounts.queries.handing_out import HandOut, actor_of
from elearn.accounts.queries.helping import account_seen_by, decides, helps
from elearn.accounts.queries.identities import account_linked, identity_of
from elearn.accounts.queries.listing import (
    STANDING_NAMES,
    THE_COUNTRY,
    AccountPage,
    Row,
    Sought,
    Standing,
    accounts_page,
    standings_in,
)
from elearn.accounts.queries.own_area import area_helped
from elearn.accounts.queries.presence import Owed, Presence, digest, presence_of
from elearn.accounts.queries.privacy import accepted_by, owes_notice
from elearn.accounts.queries.roster import (
    Newcomer,
    Waiting,
    newcomers,
    posts_to_give,
    posts_told,
    waiting_below,
    waiting_in,
)
from elearn.accounts.queries.scopes import may_end, paths_of, post_followed, present_path
from elearn.accounts.queries.sessions import open_sessions
from elearn.accounts.queries.signed_in import persons_signed_in
from elearn.accounts.queries.slips import (
    Ordered,
    batch_seen_by,
    batches_page,
    may_fetch,
    outlived,
    sheets_of,
    undrawn,
)

__all__ = [
    "MOST",
    "STANDING_NAMES",
    "THE_COUNTRY",
    "AccountPage",
    "Bearer",
    "Carried",
    "Chair",
    "Contact",
    "Face",
    "Factor",
    "FactorState",
    "Former",
    "GrantPage",
    "HandOut",
    "Held",
    "Newcomer",
    "Ordered",
    "Owed",
    "Presence",
    "Row",
    "Sought",
    "Standing",
    "State",
    "Waiting",
    "Wanted",
    "accepted_by",
    "account_linked",
    "account_named",
    "account_of",
    "account_seen_by",
    "accounts_page",
    "actor_of",
    "all_accounts",
    "all_grants",
    "area_helped",
    "batch_seen_by",
    "batches_page",
    "bearer_of",
    "bearing_entry",
    "candidates",
    "carried_by",
    "chairs_without_rights",
    "code_by_digest",
    "codes_of",
    "contact_in",
    "deciders_over",
    "decides",
    "digest",
    "faces_of",
    "factor_of",
    "failures_against",
    "failures_from",
    "former_places",
    "grant_seen_by",
    "grants_of",
    "grants_page",
    "grants_visible_to",
    "has_factor",
    "held",
    "helps",
    "holders_of",
    "identity_of",
    "known_at",
    "may_end",
    "may_fetch",
    "may_see_grant",
    "newcomers",
    "open_code",
    "open_codes",
    "open_sessions",
    "outlived",
    "owes_notice",
    "paths_of",
    "persons_signed_in",
    "post_followed",
    "posts_to_give",
    "posts_told",
    "presence_of",
    "present_path",
    "reached",
    "sheets_of",
    "standings_in",
    "undrawn",
    "waiting_below",
    "waiting_in",
]
