"""Sign a person in by her user name, or by a telephone number several persons may share."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.accounts.service.guard import Guard
from elearn.accounts.service.outcomes import Choice, Failure, SignedIn
from elearn.accounts.service.sessions import open_session
from elearn.accounts.service.weighing import Examined, weigh


def admit(
    db: Session, examined: Examined, guard: Guard, *, now: datetime
) -> SignedIn | Choice | Failure:
    """Sign in the one account whose password matched, or let the several that did choose.

    The caller keeps the transaction although it ends in a `Failure`: it holds the count.
    """
    accounts = weigh(db, examined, guard, now=now)
    if isinstance(accounts, Failure):
        return accounts
    if len(accounts) > 1:
        return Choice(tuple(account.id for account in accounts))
    account, device = accounts[0], examined.knock.device
    return SignedIn(account.id, open_session(db, account, now=now, device=device, is_proved=False))
