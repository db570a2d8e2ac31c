"""The purse of what is played without a line, grown to a moment: before its leases change."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.learning.models import WatchBudget
from elearn.learning.rules import LeasePurse, Terms
from elearn.learning.service.keeping import leased_by


def settle(db: Session, budget: WatchBudget, terms: Terms, *, now: datetime) -> None:
    """Have the purse grow to now by the leases as they stood; the budget is locked."""
    purse = LeasePurse.opened(now)
    if budget.leased_grown_at is not None:
        kept = (budget.leased_unspent, budget.leased_owed, budget.leased_grown_at)
        leases = leased_by(db, [budget.person_id]).get(budget.person_id, ())
        most = terms.limits.most_unspent(max(budget.told_interval, terms.interval))
        purse = LeasePurse(*kept).grown(now, leases, terms.limits, most_owed=most)
    budget.leased_unspent, budget.leased_owed = purse.unspent, purse.owed
    budget.leased_grown_at = purse.grown_at
