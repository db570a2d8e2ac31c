"""Who may see a proposal and who may decide upon it, side by side."""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.errors import NotFound
from elearn.people.models import TenureProposal
from elearn.people.queries.deciding import DECIDING
from elearn.people.queries.lying import lies_in
from elearn.people.queries.persons import entry_ids
from elearn.people.queries.sight import SEEING
from elearn.text import msg


def proposals_visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a proposal is one's own, or of a commune one sees."""
    there = lies_in(db, TenureProposal.area_id, actor.scopes(*SEEING))
    if actor.person_id is None:
        return there
    return or_(TenureProposal.proposed_by_id.in_(entry_ids(actor.person_id)), there)


def decidable_by(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a proposal is the actor's to confirm or refuse."""
    grants = (one for one in actor.grants if one.role in DECIDING and not one.proposes)
    return lies_in(db, TenureProposal.area_id, [grant.area_path for grant in grants])


def may_decide(db: Session, actor: Actor, proposal: TenureProposal) -> bool:
    """Return whether the actor may confirm or refuse this proposal."""
    found = select(TenureProposal.id).where(TenureProposal.id == proposal.id)
    return db.scalar(found.where(decidable_by(db, actor))) is not None


def proposal_seen_by(db: Session, actor: Actor, proposal_id: int) -> TenureProposal:
    """Return the proposal.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    found = select(TenureProposal).where(TenureProposal.id == proposal_id)
    proposal = db.scalar(found.where(proposals_visible_to(db, actor)))
    if proposal is None:
        raise NotFound(msg("Không có đề nghị này trong phạm vi anh/chị được xem."))
    return proposal
