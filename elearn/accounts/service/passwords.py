"""Set a password, and have its owner change it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import Actor
from elearn.accounts.models import Account
from elearn.accounts.queries import Presence
from elearn.accounts.rules import flaw_of
from elearn.accounts.service.codes import revoke_codes
from elearn.accounts.service.guard import Guard, Knock
from elearn.accounts.service.outcomes import Failure
from elearn.accounts.service.sessions import Device, end_sessions
from elearn.accounts.service.weighing import Examined, examine, weigh
from elearn.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Change:
    """The password now and the one wanted, typed on a device."""

    current: str = field(repr=False)
    wanted: str = field(repr=False)
    device: Device


def good_password(db: Session, account: Account, password: str, guard: Guard) -> str:
    """Return the hash of a password that is good enough for this account.

    :raise InvalidInput: if it is too short, easy, or what anybody knows of the person.
    """
    person = db.get_one(people.Person, account.person_id)
    known = tuple(one for one in (account.user_name, person.phone) if one)
    if flaw := flaw_of(password, length=guard.rule.password_length, known=known):
        raise InvalidInput(password=flaw)
    return guard.passwords.hash(password)


def set_password(
    db: Session, actor: Actor, account: Account, password_hash: str, *, now: datetime
) -> None:
    """Give an account a password, by its hash, and sign it out everywhere."""
    account.password_hash = password_hash
    revoke_codes(db, [account.id], now=now)
    end_sessions(db, account.id, now=now)
    audit.record(db, actor, "account.password_set", "account", account.id, now=now)


@dataclass(frozen=True, slots=True)
class ExaminedChange:
    """A change whose password of now was tested, and the hash of the one wanted."""

    examined: Examined
    password_hash: str = field(repr=False)


def examine_change(
    db: Session, presence: Presence, change: Change, guard: Guard, *, now: datetime
) -> ExaminedChange:
    """Test the password of now and hash the one wanted. Reads only, and takes its time.

    :raise InvalidInput: if the wanted password is not good enough.
    """
    account = db.get_one(Account, presence.account_id)
    password_hash = good_password(db, account, change.wanted, guard)
    knock = Knock(presence.user_name, change.current, change.device)
    return ExaminedChange(examine(db, knock, guard, now=now), password_hash)


def change_password(
    db: Session, presence: Presence, change: ExaminedChange, guard: Guard, *, now: datetime
) -> Failure | None:
    """Change one's own password and sign out one's other devices; a wrong one counts as a failure.

    A code somebody made for the account is void.
    """
    accounts = weigh(db, change.examined, guard, now=now)
    if isinstance(accounts, Failure):
        return accounts
    account, network = accounts[0], change.examined.knock.device.network
    account.password_hash = change.password_hash
    revoke_codes(db, [account.id], now=now)
    end_sessions(db, account.id, but=presence.session_id, now=now)
    owner = replace(presence.actor, origin=network)
    audit.record(db, owner, "account.password_changed", "account", account.id, now=now)
    return None
