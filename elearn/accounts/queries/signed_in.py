"""Who is signed in by many tokens at once, for what asks nothing but that: reports of players."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, Select, String, and_, any_, bindparam, func, select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import Role
from elearn.accounts.models import Account, RoleGrant, SecondFactor, SignInSession
from elearn.accounts.queries.presence import digest
from elearn.accounts.reader import role_rule_on
from elearn.accounts.rules import Need
from elearn.db import UtcDateTime


def persons_signed_in(db: Session, tokens: Collection[str], *, now: datetime) -> Mapping[str, int]:
    """Return by token the person who is plainly signed in by it, in one query.

    Left out are tokens that are good for nothing, and devices that may still owe a second factor:
    `presence_of` tells which.
    """
    by_digest = {digest(token): token for token in tokens}
    connection = db.connection()
    name = connection.dialect.name
    asked = list(by_digest) if name == "postgresql" else json.dumps(list(by_digest))
    rows = connection.execute(_signed_in(name), {"digests": asked, "now": now}).all()
    persons: dict[str, int] = {}
    owing: dict[str, list[Role]] = defaultdict(list)
    for sha256, person_id, proved_at, confirmed_at, role in rows:
        if proved_at or not confirmed_at:
            persons[by_digest[sha256]] = person_id
            if role and not proved_at:
                owing[by_digest[sha256]].append(role)
    rule = role_rule_on(clock.day_of(now)) if owing else None
    for token, roles in owing.items():
        if rule and rule.need_of(roles) is Need.REQUIRED:
            del persons[token]
    return persons


@cache
def _signed_in(dialect: str) -> Select[Any]:
    """Return the query, put together once. A grant is asked for, whether or not it is in force."""
    if dialect == "postgresql":
        named = SignInSession.token_sha256 == any_(bindparam("digests", type_=ARRAY(String)))
    else:
        listed = func.json_each(bindparam("digests", type_=String)).table_valued("value")
        named = SignInSession.token_sha256.in_(select(listed.c.value))
    granted = and_(RoleGrant.person_id == Account.person_id, RoleGrant.is_current())
    return (
        select(SignInSession.token_sha256, Account.person_id, SignInSession.proved_at)
        .add_columns(SecondFactor.confirmed_at, RoleGrant.role)
        .join(Account, Account.id == SignInSession.account_id)
        .outerjoin(SecondFactor, SecondFactor.account_id == Account.id)
        .outerjoin(RoleGrant, granted)
        .where(
            named,
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > bindparam("now", type_=UtcDateTime()),
            Account.closed_at.is_(None),
        )
    )
