"""What a helper does for somebody's account: a new code, devices signed out, closed, reopened."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.accounts.models import Account, ActivationCode
from elearn.accounts.queries import decides, helps, open_codes
from elearn.accounts.reader import code_rule_on
from elearn.accounts.service.accounts import close_account
from elearn.accounts.service.codes import Terms, digest_of, keep_codes, new_codes
from elearn.accounts.service.sessions import end_session, end_sessions
from elearn.db import changed
from elearn.errors import Conflict, Forbidden
from elearn.text import msg

_NOT_YOURS = msg(
    "Tài khoản này do cấp trên phụ trách. Hãy nhờ người quản trị tỉnh hoặc trung ương."
)


def help_in(db: Session, actor: Actor, account: Account, *, key: str, now: datetime) -> str:
    """Make a new code for somebody who cannot get in, and return it: told once, not kept.

    What she signs in with now holds until the code is used: whoever asked for it by mistake, or in
    her name, locks nobody out. Her owner is told of it.

    :raise Forbidden: if the actor may not help her.
    :raise Conflict: if the account is closed.
    """
    _check(db, actor, account, now=now)
    if account.closed_at:
        raise Conflict(msg("Tài khoản này đã đóng. Mở lại trước khi cấp mã."))
    rule = code_rule_on(clock.day_of(now))
    days = rule.reset_days if account.password_hash else rule.code_days
    codes = new_codes([account.id])
    keep_codes(db, actor, codes, Terms(key, days), now=now)
    audit.record(db, actor, "account.code_made", "account", account.id, now=now)
    if account.password_hash:
        changed(db, "account_reset", account.id, now=now)
    return codes[account.id]


def code_held(
    db: Session, account: Account, code: str, *, key: str, now: datetime
) -> ActivationCode | None:
    """Return what is kept of a code that holds for the account, if this is one."""
    held = open_codes(db, [account.id], now=now).get(account.id)
    return held if held is not None and held.digest == digest_of(code, key) else None


def end_hers(
    db: Session, actor: Actor, account: Account, session_id: int | None, *, now: datetime
) -> None:
    """Sign somebody's device out, or all of them if none is named.

    :raise Forbidden: if the actor may not help her.
    """
    _check(db, actor, account, now=now)
    if session_id is None:
        end_sessions(db, account.id, now=now)
    else:
        end_session(db, account.id, session_id, now=now)
    told = {"session": session_id}
    audit.record(db, actor, "account.signed_out", "account", account.id, now=now, details=told)


def shut(db: Session, actor: Actor, account: Account, *, now: datetime) -> None:
    """Close an account: its devices are signed out, its codes void.

    :raise Forbidden: if the actor may not decide on it.
    """
    _check_decides(db, actor, account, now=now)
    close_account(db, actor, account, now=now)


def reopen(db: Session, actor: Actor, account: Account, *, now: datetime) -> None:
    """Open a closed account again: with the password it had, if it had one.

    :raise Forbidden: if the actor may not decide on it.
    """
    _check_decides(db, actor, account, now=now)
    if account.closed_at:
        account.closed_at = None
        audit.record(db, actor, "account.reopened", "account", account.id, now=now)


def _check(db: Session, actor: Actor, account: Account, *, now: datetime) -> None:
    if not helps(db, actor, account, day=clock.day_of(now)):
        raise Forbidden(_NOT_YOURS)


def _check_decides(db: Session, actor: Actor, account: Account, *, now: datetime) -> None:
    if not decides(db, actor, account, day=clock.day_of(now)):
        raise Forbidden(_NOT_YOURS)
