"""What a learner may expect: her classes for which no certificate was issued yet."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue, classes
from elearn.certificates.queries.records import Record


@dataclass(frozen=True, slots=True)
class Coming:
    """A class she is in, what completing it leads to, and whether only the decision is missing."""

    participation: classes.Participation
    programme: catalogue.ProgrammeVersion

    @property
    def is_completed(self) -> bool:
        return self.participation.outcome is classes.Result.COMPLETED

    @property
    def training_class(self) -> classes.TrainingClass:
        return self.participation.training_class


def coming_to(db: Session, person_id: int, records: list[Record]) -> list[Coming]:
    """Return the classes that may lead to a certificate and have not yet; three queries."""
    issued = {record.certificate.participation_id for record in records}
    turns = [one for one in classes.classes_of(db, person_id) if one.id not in issued]
    wanted = {one.training_class.programme_version_id for one in turns}
    version = catalogue.ProgrammeVersion
    found = db.scalars(select(version).where(version.id.in_(wanted))).all() if wanted else ()
    programmes = {one.id: one for one in found}
    return [
        Coming(one, programmes[one.training_class.programme_version_id])
        for one in turns
        if _may_lead_to_one(one)
    ]


def _may_lead_to_one(turn: classes.Participation) -> bool:
    is_open = turn.training_class.state is classes.ClassState.OPEN
    return is_open or turn.outcome is classes.Result.COMPLETED
