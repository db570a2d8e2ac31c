"""Is it really she who sits there? Her password, asked once more before something that lasts."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.accounts.queries import Presence
from elearn.accounts.service.guard import Guard, Knock
from elearn.accounts.service.outcomes import Failure
from elearn.accounts.service.sessions import Device
from elearn.accounts.service.weighing import examine, weigh


def ask_password(
    db: Session, presence: Presence, typed: tuple[str, Device], guard: Guard, *, now: datetime
) -> Failure | None:
    """Return why a password typed on a device is not that of who is signed in; a guess counts.

    The caller keeps the transaction although it ends in a `Failure`: it holds the count.
    """
    password, device = typed
    knock = Knock(presence.user_name, password, device)
    outcome = weigh(db, examine(db, knock, guard, now=now), guard, now=now)
    return outcome if isinstance(outcome, Failure) else None
