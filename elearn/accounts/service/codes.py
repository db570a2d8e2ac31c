"""One-time codes: made, recognised, and used up by the password that is chosen with them."""

import hmac
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import choice

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.accounts.models import Account, ActivationCode
from elearn.accounts.queries import code_by_digest, open_code
from elearn.accounts.rules import code_in, new_code
from elearn.accounts.service import outcomes
from elearn.accounts.service.failures import note_failure
from elearn.accounts.service.guard import Guard
from elearn.accounts.service.outcomes import Failure, SignedIn
from elearn.accounts.service.sessions import Device, end_sessions, open_session
from elearn.accounts.service.weighing import network_pause
from elearn.errors import Conflict
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Terms:
    """The key that stands between codes and their table, and for how many days a code holds."""

    key: str = field(repr=False)
    days: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A code as somebody typed it on a device."""

    text: str = field(repr=False)
    device: Device


def digest_of(code: str, key: str) -> str:
    """Return what the table holds in place of a code: keyed, so that none can be tried there."""
    return hmac.digest(key.encode(), f"activation code {code}".encode(), "sha256").hex()


def new_codes(account_ids: Collection[int]) -> dict[int, str]:
    """Return a fresh code for each account; it is good for nothing until it is kept."""
    return {account_id: new_code(choice) for account_id in account_ids}


def keep_codes(
    db: Session, actor: Actor, codes: Mapping[int, str], terms: Terms, *, now: datetime
) -> None:
    """Make codes good, each for its account; what held before is void. Two statements for all."""
    revoke_codes(db, codes, now=now)
    expires_at = now + timedelta(days=terms.days)
    made = {"made_at": now, "expires_at": expires_at, "made_by_id": actor.person_id}
    rows = [
        {"account_id": account_id, "digest": digest_of(code, terms.key), **made}
        for account_id, code in codes.items()
    ]
    if rows:
        db.execute(insert(ActivationCode), rows)


def revoke_codes(db: Session, account_ids: Collection[int], *, now: datetime) -> None:
    """Make the codes of these accounts void that were not used."""
    db.execute(
        update(ActivationCode)
        .where(ActivationCode.account_id.in_(account_ids), ActivationCode.used_at.is_(None))
        .where(ActivationCode.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def recognise(
    db: Session, typed: Typed, guard: Guard, *, now: datetime
) -> ActivationCode | Failure:
    """Return the code that was typed, if it holds; or count a guess.

    What cannot be a code at all is a slip of the finger, and what was one once is no guess. The
    caller keeps the transaction although it ends in a `Failure`: it holds the count.
    """
    network = typed.device.network
    if pause := network_pause(db, network, guard, now=now):
        return pause
    code = code_in(typed.text)
    if code is None:
        return outcomes.NO_CODE
    digest = digest_of(code, guard.key)
    found = code_by_digest(db, digest)
    if found is None:
        note_failure(db, digest, network, guard.rule, now=now)
        return network_pause(db, network, guard, now=now) or outcomes.WRONG_CODE
    return found if open_code(db, found.id, now=now) else _void(found)


def _void(code: ActivationCode) -> Failure:
    if code.used_at:
        return outcomes.USED_CODE
    if code.revoked_at:
        return outcomes.REPLACED_CODE
    return outcomes.expired_code(code.expires_at)


def confirm(code: ActivationCode, *, now: datetime) -> None:
    """Keep that the bearer of a code said it is she."""
    code.confirmed_at = code.confirmed_at or now


def activate(
    db: Session, code_id: int, password_hash: str, device: Device, *, now: datetime
) -> SignedIn:
    """Give an account its password by a code, which is used up, and sign this device in.

    The password before it is void from now on, and every other device is signed out.

    :raise Conflict: if the code was used or made void meanwhile.
    """
    wanted = select(ActivationCode).where(ActivationCode.id == code_id).with_for_update()
    code = db.scalars(wanted.execution_options(populate_existing=True)).one()
    if open_code(db, code_id, now=now) is None:
        raise Conflict(msg("Mã này không còn dùng được nữa. Gõ mã mới, hoặc hỏi người phụ trách."))
    account = db.get_one(Account, code.account_id)
    act = "account.password_reset" if account.password_hash else "account.activated"
    code.used_at, account.password_hash = now, password_hash
    end_sessions(db, account.id, now=now)
    owner = Actor(account.person_id, origin=device.network)
    audit.record(db, owner, act, "account", account.id, now=now)
    token = open_session(db, account, now=now, device=device, is_proved=False)
    return SignedIn(account.id, token)
