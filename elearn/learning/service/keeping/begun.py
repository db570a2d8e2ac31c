"""A session's first report in a form begins its evidence."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.learning.models import WatchBudget, WatchEvidence, WatchSession
from elearn.learning.rules import Form

#: Whose session, by its token, and the form that is reported.
Begun = tuple[int, str, Form]


def begin_forms(db: Session, wanted: Collection[Begun], *, now: datetime) -> bool:
    """Begin the evidence of sessions in these forms; return whether any is her own."""
    tokens = {token for _, token, _ in wanted}
    found = select(WatchSession.token, WatchSession.person_id, WatchSession.id).where(
        WatchSession.token.in_(tokens)
    )
    owned = {(person, token): key for token, person, key in db.execute(found)}
    hers = [one for one in wanted if one[:2] in owned]
    if hers:
        _lock_budgets(db, {person_id for person_id, _, _ in hers})
    for person_id, token, form in hers:
        insert_missing(
            db,
            WatchEvidence,
            watch_session_id=owned[person_id, token],
            form=form,
            claimed=b"",
            refused=b"",
            credited_seconds=0,
            reports=0,
            first_at=now,
            last_at=now,
        )
    return bool(hers)


def _lock_budgets(db: Session, person_ids: Collection[int]) -> None:
    """Have other reports of these persons wait: a budget comes first, as in every report."""
    hers = select(WatchBudget.person_id).where(WatchBudget.person_id.in_(person_ids))
    db.execute(hers.order_by(WatchBudget.person_id).with_for_update())
