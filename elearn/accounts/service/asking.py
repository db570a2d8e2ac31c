"""Is it really she who sits there? Her password, asked once more before something that lasts."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.accounts.queries import Presence
from elearn.accounts.service.guard import Guard, Knock
from elearn.accounts.service.outcomes import Failure
from elearn.accounts.service.sessions import Device
from elearn.accounts.service.weighing import Examined, examine, weigh


def examine_hers(
    db: Session, presence: Presence, typed: tuple[str, Device], guard: Guard, *, now: datetime
) -> Examined:
    """Test a password typed on a device by who is signed in. Reads only, and takes its time."""
    password, device = typed
    return examine(db, Knock(presence.user_name, password, device), guard, now=now)


def ask_password(db: Session, examined: Examined, guard: Guard, *, now: datetime) -> Failure | None:
    """Return why a password is not that of who is signed in; a guess counts.

    The caller keeps the transaction although it ends in a `Failure`: it holds the count.
    """
    outcome = weigh(db, examined, guard, now=now)
    return outcome if isinstance(outcome, Failure) else None
