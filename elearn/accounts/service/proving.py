"""Does this device show the second factor? Six digits once each, or a recovery code once ever."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.accounts import fernet, totp
from elearn.accounts.models import RecoveryCode, SecondFactor, SignInSession
from elearn.accounts.queries import Presence, failures_against
from elearn.accounts.rules import Standing, is_digits, standing, typed
from elearn.accounts.service import outcomes
from elearn.accounts.service.failures import forgive, note_failure
from elearn.accounts.service.guard import Guard
from elearn.accounts.service.outcomes import Failure
from elearn.accounts.service.sessions import Device
from elearn.errors import Conflict
from elearn.text import msg

_USED = Failure(msg("Mã này đã dùng rồi. Đợi mã tiếp theo, chưa tới nửa phút."))


@dataclass(frozen=True, slots=True)
class Proof:
    """A code as somebody typed it on a device."""

    code: str = field(repr=False)
    device: Device


def prove(
    db: Session, presence: Presence, proof: Proof, guard: Guard, *, now: datetime
) -> Failure | None:
    """Have a session count as one that showed the second factor; a wrong code counts as a failure.

    The caller keeps the transaction although it ends in a `Failure`: it holds the count.
    """
    if failure := check(db, presence, proof, guard, now=now):
        return failure
    ours = SignInSession.id == presence.session_id
    db.execute(update(SignInSession).where(ours).values(proved_at=now))
    return None


def check(
    db: Session, presence: Presence, proof: Proof, guard: Guard, *, now: datetime
) -> Failure | None:
    """Return why a code does not do, and count it; nothing if it does.

    A right password forgives no wrong codes: they are counted apart.
    """
    held = _locked(db, presence.account_id)
    subject = guard.subject(f"second factor {presence.account_id}")
    stands = standing(failures_against(db, subject), guard.rule, now=now)
    if stands.paused_until:
        return outcomes.paused(stands, stands.paused_until, now=now)
    code = typed(proof.code)
    fits = _fits if is_digits(code) else _fits_paper
    right = fits(db, held, code, guard, now=now)
    if right is None:
        note_failure(db, subject, proof.device.network, guard.rule, now=now)
        return _wrong(db, subject, guard, now=now)
    if not right:
        return _USED
    if fits is _fits_paper:
        _write_down(db, presence, proof, now=now)
    forgive(db, subject, now=now)
    return None


def _locked(db: Session, account_id: int) -> SecondFactor:
    """Lock the factor: of two devices with one code, one is late.

    :raise Conflict: if none is in use.
    """
    own = SecondFactor.account_id == account_id, SecondFactor.confirmed_at.is_not(None)
    wanted = select(SecondFactor).where(*own).with_for_update()
    held = db.scalar(wanted.execution_options(populate_existing=True))
    if held is None:
        raise Conflict(msg("Tài khoản này chưa bật mã 6 số."))
    return held


def _fits(
    _db: Session, held: SecondFactor, code: str, guard: Guard, *, now: datetime
) -> bool | None:
    """Take the digits of a half minute; false if that was taken before, none if it is of none."""
    counter = totp.counter_of(fernet.unseal(held.sealed, key=guard.key), code, now=now)
    if counter is None:
        return None
    is_new = counter > (held.last_counter or 0)
    held.last_counter = max(counter, held.last_counter or 0)
    return is_new


def _fits_paper(
    db: Session, held: SecondFactor, code: str, guard: Guard, *, now: datetime
) -> bool | None:
    digest = fernet.fingerprint(code, key=guard.key)
    own = select(RecoveryCode).where(
        RecoveryCode.account_id == held.account_id,
        RecoveryCode.digest == digest,
        RecoveryCode.used_at.is_(None),
    )
    found = db.scalar(own)
    if found is None:
        return None
    found.used_at = now
    return True


def _wrong(db: Session, subject: str, guard: Guard, *, now: datetime) -> Failure:
    stands = standing(failures_against(db, subject), guard.rule, now=now)
    if stands.paused_until:
        return outcomes.paused(stands, stands.paused_until, now=now)
    return wrong_code(stands)


def wrong_code(stands: Standing) -> Failure:
    """Say that a code was not the one, and how often one may be tried again."""
    return Failure(
        msg(
            "Mã chưa đúng. Còn %(tries)s lần thử, sau đó chờ %(pause)s phút.",
            tries=stands.tries_left,
            pause=-(-stands.next_pause_seconds // 60),
        )
    )


def _write_down(db: Session, presence: Presence, proof: Proof, *, now: datetime) -> None:
    owner = Actor(presence.person_id, origin=proof.device.network)
    audit.record(db, owner, "account.recovery_code_used", "account", presence.account_id, now=now)
