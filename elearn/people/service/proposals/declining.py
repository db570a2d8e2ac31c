"""What ends a proposal without effect: refused above, or taken back below."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.people.models import TenureProposal
from elearn.people.queries.proposals import may_decide, proposal_seen_by
from elearn.people.rules import ProposalState
from elearn.people.service.proposals.holding import held, note
from elearn.text import msg, nfc

_LONGEST = 500


def refuse_proposal(
    db: Session, actor: Actor, proposal_id: int, reason: str, *, now: datetime
) -> TenureProposal:
    """Leave things as they are and tell the commune why.

    :raise NotFound: if the actor may not know of the proposal.
    :raise Forbidden: if it is not hers to decide.
    :raise InvalidInput: if no reason is given.
    :raise Conflict: if it was decided upon, or withdrawn, meanwhile.
    """
    seen = proposal_seen_by(db, actor, proposal_id)
    if not may_decide(db, actor, seen):
        raise Forbidden(msg("Đề nghị này do người quản trị của tỉnh xác nhận."))
    if not nfc(reason):
        raise InvalidInput(reason=msg("Ghi lý do, để xã biết phải làm gì tiếp."))
    proposal = held(db, seen.id)
    if not proposal.is_waiting:
        raise Conflict(msg("Đề nghị này vừa được trả lời hoặc rút lại ở nơi khác."))
    proposal.state, proposal.refusal = ProposalState.REFUSED, nfc(reason)[:_LONGEST]
    note(db, actor, proposal, "refuse", now)
    return proposal


def withdraw_proposal(
    db: Session, actor: Actor, proposal_id: int, *, now: datetime
) -> TenureProposal:
    """Take a proposal back while nobody has decided upon it; a second time changes nothing.

    :raise NotFound: if the actor may not know of it.
    :raise Forbidden: if it is not of a commune she proposes for.
    :raise Conflict: if it was decided upon meanwhile.
    """
    seen = proposal_seen_by(db, actor, proposal_id)
    proposal = held(db, seen.id)
    if not _is_hers(actor, proposal):
        raise Forbidden(msg("Chỉ người đã đề nghị rút lại được."))
    if proposal.state is ProposalState.WITHDRAWN:
        return proposal
    if not proposal.is_waiting:
        raise Conflict(msg("Tỉnh đã trả lời đề nghị này nên không rút lại được nữa."))
    proposal.state = ProposalState.WITHDRAWN
    proposal.decided_by_id, proposal.decided_at = actor.person_id, now
    db.flush()
    audit.record(db, actor, "withdraw", "tenure_proposal", proposal.id, now=now)
    return proposal


def _is_hers(actor: Actor, proposal: TenureProposal) -> bool:
    return actor.person_id is not None and proposal.proposed_by_id == actor.person_id
