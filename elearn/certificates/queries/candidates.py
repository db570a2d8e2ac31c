"""Who of a class may be given a certificate: those who completed it and hold no valid one."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import classes
from elearn.certificates.models import Certificate
from elearn.certificates.queries.records import Record, records_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who completed the class, and the latest certificate she was given for it."""

    participation: classes.Participation
    latest: Record | None

    @property
    def holds_one(self) -> bool:
        """Whether there is a valid one: then there is nothing to issue."""
        return self.latest is not None and self.latest.is_valid

    @property
    def is_due(self) -> bool:
        """Whether she was never given one; who lost hers by a decision is chosen by hand."""
        return self.latest is None

    @property
    def next_edition(self) -> int:
        return self.latest.certificate.edition + 1 if self.latest else 1


def candidates_of(db: Session, training_class: classes.TrainingClass) -> list[Candidate]:
    """Return those who completed the class, in the order of given names; at most six queries."""
    completed = classes.completed_in(db, training_class)
    keys = [participation.id for participation in completed]
    issued = select(Certificate).where(Certificate.participation_id.in_(keys))
    found = db.scalars(issued.order_by(Certificate.edition)).all()
    latest = {one.participation_id: one for one in found}
    records = {record.certificate.id: record for record in records_of(db, list(latest.values()))}
    return [
        Candidate(one, records[latest[one.id].id] if one.id in latest else None)
        for one in completed
    ]
