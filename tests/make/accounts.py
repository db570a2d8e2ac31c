"""Makers of accounts, grants and sign-in sessions; passwords are hashed cheaply."""

from datetime import UTC, date, datetime
from itertools import count

from argon2 import PasswordHasher
from sqlalchemy import delete
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock, people
from elearn.access import OPERATOR, Role
from elearn.accounts import fernet

PASSWORDS = accounts.Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
PASSWORD = "bai-giang-2026"
HASH = PASSWORDS.hash(PASSWORD)
LONG_AGO = datetime(2025, 7, 1, tzinfo=UTC)
DEVICE = accounts.Device("203.0.113.0/24", "a test")
NOTICE = accounts.notice_on(clock.today()).version
_numbers = count(1)


def person(db: Session, full_name: str = "Phạm Thị Lý", phone: str = "") -> people.Person:
    new = people.NewPerson(full_name, gender="female", phone=phone)
    return people.add_person(db, OPERATOR, new, now=LONG_AGO)


def account(
    db: Session,
    owner: people.Person | None = None,
    *,
    user_name: str | None = None,
    password_hash: str | None = HASH,
    closed_at: datetime | None = None,
) -> accounts.Account:
    """Return an account whose owner has read the notice about her data."""
    made = accounts.Account(
        person_id=(owner or person(db)).id,
        user_name=user_name or f"user{next(_numbers)}",
        password_hash=password_hash,
        created_at=LONG_AGO,
        closed_at=closed_at,
    )
    db.add(made)
    db.flush()
    accounts.accept_notice(db, [made.id], NOTICE, now=LONG_AGO)
    return made


def role_grant(
    db: Session,
    owner: people.Person | accounts.Account,
    role: Role = Role.ADMINISTRATOR,
    *,
    area_id: int | None = None,
    days: tuple[date, date | None] = (date(2025, 7, 1), None),
) -> accounts.RoleGrant:
    """Grant a role over an area, over the whole country unless one is named."""
    made = accounts.RoleGrant(
        person_id=owner.person_id if isinstance(owner, accounts.Account) else owner.id,
        role=role,
        area_id=area_id or areas.root(db).id,
        valid_from=days[0],
        valid_to=days[1],
        recorded_at=LONG_AGO,
    )
    db.add(made)
    db.flush()
    return made


def guard(now: datetime) -> accounts.Guard:
    return accounts.Guard(PASSWORDS, accounts.rule_on(now.date()), "not a secret")


def token(db: Session, owner: accounts.Account, *, now: datetime | None = None) -> str:
    """Return the token of a session opened now, as a device would hold it."""
    return accounts.open_session(db, owner, now=now or clock.now(), device=DEVICE)


SECRET = "BAIGIANGDUNGTHUBAIGIANGDUNGTHU26"
_UNTOLD = "not a secret"


def second_factor(
    db: Session, owner: accounts.Account, *, key: str = _UNTOLD, now: datetime
) -> None:
    """Have an account be asked for the digits of SECRET."""
    accounts.give_factor(db, owner.id, SECRET, key=key, now=now)


def recovery_code(db: Session, owner: accounts.Account, *, key: str = _UNTOLD) -> str:
    """Return one more recovery code of an account."""
    digest = fernet.fingerprint("ACDEFGHJKM", key=key)
    db.add(accounts.RecoveryCode(account_id=owner.id, digest=digest))
    db.flush()
    return "ACDEF-GHJKM"


def presence(db: Session, token: str, *, now: datetime) -> accounts.Presence:
    """Return who sits at a device whose session holds."""
    found = accounts.presence_of(db, token, now=now)
    assert found
    return found


def not_told(db: Session, owner: accounts.Account) -> None:
    """Have the owner of an account not have read the notice about her data."""
    read = accounts.PrivacyAcceptance
    db.execute(delete(read).where(read.account_id == owner.id))
