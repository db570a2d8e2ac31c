"""A proposal under decision: held so that one decides, and noted when it is done."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import changed
from elearn.people.models import TenureProposal


def held(db: Session, proposal_id: int) -> TenureProposal:
    """Return a proposal as it is now, held until the end of the transaction."""
    found = select(TenureProposal).where(TenureProposal.id == proposal_id)
    found = found.with_for_update().execution_options(populate_existing=True)
    return db.scalars(found).one()


def note(db: Session, actor: Actor, proposal: TenureProposal, act: str, now: datetime) -> None:
    """Write down who decided and when, and tell whoever follows."""
    proposal.decided_by_id, proposal.decided_at = actor.person_id, now
    db.flush()
    audit.record(
        db,
        actor,
        act,
        "tenure_proposal",
        proposal.id,
        now=now,
        details={"kind": proposal.kind.value},
    )
    changed(db, "proposal", proposal.id, now=now)
