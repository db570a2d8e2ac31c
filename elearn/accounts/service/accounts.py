"""Give a person an account, and close it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import Actor
from elearn.accounts.models import Account
from elearn.accounts.rules import is_user_name, user_name_of
from elearn.accounts.service.codes import revoke_codes
from elearn.accounts.service.sessions import end_sessions
from elearn.errors import Conflict, InvalidInput, NotFound
from elearn.text import msg


def create_account(
    db: Session, actor: Actor, person_id: int, user_name: str, *, now: datetime
) -> Account:
    """Give a person her account; without a password yet she cannot sign in.

    :raise NotFound: if there is no such person.
    :raise InvalidInput: if the user name has other signs than plain letters, digits and . _ -
    :raise Conflict: if the person has an account already, or another has this user name.
    """
    name = user_name_of(user_name)
    if not is_user_name(name):
        flaw = msg("Từ 3 đến 40 chữ cái không dấu, chữ số và dấu . _ -, bắt đầu bằng chữ cái.")
        raise InvalidInput(user_name=flaw)
    if db.get(people.Person, person_id) is None:
        raise NotFound(msg("Không có người này trong danh sách cán bộ."))
    if db.scalar(select(Account.id).where(Account.person_id == person_id)):
        raise Conflict(msg("Người này đã có tài khoản."))
    if db.scalar(select(Account.id).where(Account.user_name == name)):
        raise Conflict(msg("Tên đăng nhập “%(name)s” đã có người dùng.", name=name))
    account = Account(person_id=person_id, user_name=name, created_at=now)
    db.add(account)
    db.flush()
    audit.record(db, actor, "account.created", "account", account.id, now=now)
    return account


def close_account(db: Session, actor: Actor, account: Account, *, now: datetime) -> None:
    """Close an account and sign it out everywhere, its codes void; its person and history stay."""
    account.closed_at = account.closed_at or now
    revoke_codes(db, [account.id], now=now)
    end_sessions(db, account.id, now=now)
    audit.record(db, actor, "account.closed", "account", account.id, now=now)
