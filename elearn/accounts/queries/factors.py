"""How an account stands with its second factor."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.accounts.models import RecoveryCode, SecondFactor
from elearn.accounts.rules import SignInRule


class FactorState(StrEnum):
    """None yet; begun, the first code still to come; in use."""

    NONE = "none"
    BEGUN = "begun"
    IN_USE = "in use"


@dataclass(frozen=True, slots=True)
class Factor:
    """The second factor of an account: its state, since when, and how many codes are left."""

    state: FactorState
    since: datetime | None = None
    codes_left: int = 0


def has_factor(db: Session, account_id: int) -> bool:
    """Return whether the account is asked for a second factor."""
    held = db.get(SecondFactor, account_id)
    return held is not None and held.confirmed_at is not None


def factor_of(db: Session, account_id: int, rule: SignInRule, *, now: datetime) -> Factor:
    """Return how the account stands; what was begun and left lying counts for nothing."""
    held = db.get(SecondFactor, account_id)
    if held is None:
        return Factor(FactorState.NONE)
    if held.confirmed_at is None:
        is_fresh = now - held.created_at < timedelta(seconds=rule.factor_setup_seconds)
        return Factor(FactorState.BEGUN if is_fresh else FactorState.NONE)
    left = select(func.count()).where(
        RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None)
    )
    return Factor(FactorState.IN_USE, held.confirmed_at, db.scalar(left) or 0)
