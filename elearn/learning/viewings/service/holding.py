"""Locks, in one order: the viewing first, then the budgets of people by their keys.

Reports of players take budgets in the same order, and nothing of a viewing.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.learning.models import WatchBudget
from elearn.learning.rules import Terms
from elearn.learning.viewings.models import SharedViewing
from elearn.text import msg


def held(db: Session, viewing_id: int) -> SharedViewing:
    """Return a viewing, locked and as it now is.

    :raise NotFound: if there is none.
    """
    found = select(SharedViewing).where(SharedViewing.id == viewing_id).with_for_update()
    viewing = db.scalar(found.execution_options(populate_existing=True))
    if viewing is None:
        raise NotFound(msg("Không có buổi xem chung này."))
    return viewing


def hold_people(
    db: Session, person_ids: Collection[int], terms: Terms, now: datetime
) -> dict[int, WatchBudget]:
    """Return the budgets of these people, locked; who had none begins with nothing."""
    if not person_ids:
        return {}
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    empty = {"unspent": 0, "grown_at": now, "told_interval": terms.interval}
    rows = [{"person_id": one, **empty} for one in sorted(person_ids)]
    db.execute(dialect.insert(WatchBudget).values(rows).on_conflict_do_nothing())
    budgets = select(WatchBudget).where(WatchBudget.person_id.in_(person_ids))
    budgets = budgets.order_by(WatchBudget.person_id).with_for_update()
    found = db.scalars(budgets.execution_options(populate_existing=True))
    return {budget.person_id: budget for budget in found}
