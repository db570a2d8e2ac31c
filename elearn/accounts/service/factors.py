"""Set up a second factor, keep its recovery codes, and do without it."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor, Role
from elearn.accounts import fernet, totp
from elearn.accounts.models import Account, RecoveryCode, SecondFactor, SignInSession
from elearn.accounts.queries import FactorState, Presence, factor_of, grants_of, helps
from elearn.accounts.reader import role_rule_on
from elearn.accounts.rules import Need, new_recovery_codes, typed
from elearn.accounts.service.guard import Guard
from elearn.accounts.service.outcomes import Failure
from elearn.accounts.service.proving import Proof, check
from elearn.accounts.service.sessions import end_sessions
from elearn.errors import Conflict, Forbidden
from elearn.text import msg

_NOT_YET = Failure(
    msg("Mã chưa đúng. Gõ mã đang hiện trong ứng dụng; giờ trên điện thoại phải đúng.")
)


def begin_factor(db: Session, account_id: int, guard: Guard, *, now: datetime) -> None:
    """Make a secret for an account, to be shown and then confirmed by a first code.

    :raise Conflict: if a second factor is in use.
    """
    if factor_of(db, account_id, guard.rule, now=now).state is FactorState.IN_USE:
        raise Conflict(msg("Tài khoản này đã bật mã 6 số."))
    forget_factor(db, account_id)
    sealed = fernet.seal(totp.new_secret(), key=guard.key)
    db.add(SecondFactor(account_id=account_id, sealed=sealed, created_at=now))
    db.flush()


def give_factor(db: Session, account_id: int, secret: str, *, key: str, now: datetime) -> None:
    """Give an account a second factor whose secret is known already."""
    sealed = fernet.seal(secret, key=key)
    held = SecondFactor(
        account_id=account_id, sealed=sealed, created_at=now, confirmed_at=now, last_counter=0
    )
    db.add(held)
    db.flush()


def secret_begun(db: Session, account_id: int, guard: Guard, *, now: datetime) -> str:
    """Return the secret that waits for its first code.

    :raise Conflict: if none does.
    """
    if factor_of(db, account_id, guard.rule, now=now).state is not FactorState.BEGUN:
        raise Conflict(msg("Đã quá thời gian cài đặt. Mở mục “Tôi” để bắt đầu lại."))
    return fernet.unseal(db.get_one(SecondFactor, account_id).sealed, key=guard.key)


def confirm_factor(
    db: Session, presence: Presence, proof: Proof, guard: Guard, *, now: datetime
) -> list[str] | Failure:
    """Take a second factor into use by its first code; return the recovery codes, told once.

    This session has shown it; the others are signed out.

    :raise Conflict: if none was begun, or too long ago.
    """
    secret = secret_begun(db, presence.account_id, guard, now=now)
    counter = totp.counter_of(secret, typed(proof.code), now=now)
    if counter is None:
        return _NOT_YET
    held = db.get_one(SecondFactor, presence.account_id)
    held.confirmed_at, held.last_counter = now, counter
    ours = SignInSession.id == presence.session_id
    db.execute(update(SignInSession).where(ours).values(proved_at=now))
    end_sessions(db, presence.account_id, but=presence.session_id, now=now)
    _write_down(db, presence, proof, "account.second_factor_set", now=now)
    return _new_codes(db, presence.account_id, guard)


def renew_codes(
    db: Session, presence: Presence, proof: Proof, guard: Guard, *, now: datetime
) -> list[str] | Failure:
    """Make new recovery codes for whoever shows her second factor; the old ones are void."""
    if failure := check(db, presence, proof, guard, now=now):
        return failure
    _write_down(db, presence, proof, "account.recovery_codes_renewed", now=now)
    return _new_codes(db, presence.account_id, guard)


def end_factor(
    db: Session, presence: Presence, proof: Proof, guard: Guard, *, now: datetime
) -> Failure | None:
    """Do without a second factor from now on, if one's roles let one.

    No device counts as having shown it: a role that is given later may ask for one.

    :raise Conflict: if one of them asks for it.
    """
    roles = [one.role for one in grants_of(db, presence.person_id)]
    if role_rule_on(clock.day_of(now)).need_of(roles) is Need.REQUIRED:
        raise Conflict(msg("Vai trò của anh/chị bắt buộc có mã 6 số nên không tắt được."))
    if failure := check(db, presence, proof, guard, now=now):
        return failure
    forget_factor(db, presence.account_id)
    hers = SignInSession.account_id == presence.account_id
    db.execute(update(SignInSession).where(hers).values(proved_at=None))
    _write_down(db, presence, proof, "account.second_factor_ended", now=now)
    return None


def reset_factor(db: Session, actor: Actor, account: Account, *, now: datetime) -> None:
    """Take away the second factor of somebody who lost her telephone; she is signed out everywhere.

    Nobody's own: whoever finds a telephone unlocked shall not do without the factor, either.

    :raise Forbidden: if the actor is neither of the centre nor at the shell, or if it is her own.
    """
    if not (actor.has(Role.CENTRAL) and helps(db, actor, account, day=clock.day_of(now))):
        raise Forbidden(msg("Chỉ quản trị trung ương đặt lại được mã 6 số của người khác."))
    forget_factor(db, account.id)
    end_sessions(db, account.id, now=now)
    audit.record(db, actor, "account.second_factor_reset", "account", account.id, now=now)


def forget_factor(db: Session, account_id: int) -> None:
    """Delete the secret and the recovery codes of an account."""
    db.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    db.execute(delete(SecondFactor).where(SecondFactor.account_id == account_id))


def present_code(db: Session, account: Account, *, key: str, now: datetime) -> str | None:
    """Return the digits an account would be asked for now; none if it is asked for none."""
    held = db.get(SecondFactor, account.id)
    if held is None or held.confirmed_at is None:
        return None
    return totp.code_at(fernet.unseal(held.sealed, key=key), now)


def _new_codes(db: Session, account_id: int, guard: Guard) -> list[str]:
    db.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    codes = new_recovery_codes(guard.rule.recovery_codes)
    for code in codes:
        digest = fernet.fingerprint(typed(code), key=guard.key)
        db.add(RecoveryCode(account_id=account_id, digest=digest))
    db.flush()
    return codes


def _write_down(db: Session, presence: Presence, proof: Proof, act: str, *, now: datetime) -> None:
    owner = Actor(presence.person_id, origin=proof.device.network)
    audit.record(db, owner, act, "account", presence.account_id, now=now)
