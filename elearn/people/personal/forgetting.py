"""Forgets a person: her posts stay and count, and nothing says any more whose they were."""

from sqlalchemy import Integer, String, cast, delete, literal, update
from sqlalchemy.orm import Session

from elearn.people.models import (
    CorrectionRequest,
    Person,
    PlannedPost,
    Qualification,
    QualificationReview,
    Tenure,
    TenureProposal,
)
from elearn.people.personal.rosters import forget_in_rosters
from elearn.people.rules import NewPerson, ProposalState
from elearn.people.service.listing import refresh
from elearn.personal import Erasure

#: What stands where her name stood.
FORGOTTEN = "Đã xóa tên"
_GONE = "(đã xóa)"


def forget(db: Session, erasure: Erasure) -> None:
    """Take away who she is from all her entries; doing it again changes nothing."""
    ids = erasure.person_ids
    forget_in_rosters(db, erasure)
    for table in (CorrectionRequest, PlannedPost, Qualification, QualificationReview):
        db.execute(delete(table).where(table.person_id.in_(ids)))
    papers = {"decision": None, "end_decision": None}
    db.execute(update(Tenure).where(Tenure.person_id.in_(ids)).values(papers))
    _forget_proposals(db, erasure)
    nameless = NewPerson(FORGOTTEN).columns | {"official_id_hash": None}
    del nameless["gender"]
    db.execute(update(Person).where(Person.id.in_(ids)).values(nameless))
    db.expire_all()
    refresh(db, ids)


def _forget_proposals(db: Session, erasure: Erasure) -> None:
    """Withdraw what waits to be decided about her, and keep of the rest that it was decided."""
    proposal = TenureProposal
    about_her = proposal.person_id.in_(erasure.person_ids)
    waiting = proposal.state == ProposalState.WAITING
    withdrawn = {"state": ProposalState.WITHDRAWN, "decided_at": erasure.now}
    db.execute(update(proposal).where(about_her, waiting).values(withdrawn))
    refused = proposal.state == ProposalState.REFUSED
    db.execute(update(proposal).where(about_her, refused).values(refusal=_GONE))
    words = dict.fromkeys(("new_name", "new_birth_year", "new_phone", "decision"))
    number = literal("forgotten ") + cast(cast(proposal.id, Integer), String)
    db.execute(update(proposal).where(about_her).values(**words, about=number))
