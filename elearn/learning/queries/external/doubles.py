"""Records that may be of the same paper or course, and what is on record already."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from elearn import people
from elearn.access import Actor
from elearn.catalogue import ProgrammeVersion
from elearn.learning.models import Completion, ExternalRecord
from elearn.learning.queries.external.sight import records_visible_to
from elearn.learning.rules.external import STANDING, Marks, RecordState, is_double

R = ExternalRecord
_SOME = 50


def doubles_of(db: Session, record: ExternalRecord) -> list[ExternalRecord]:
    """Return the records that may be of the same paper or course as this one; three queries."""
    return doubles_among(db, [record])[record.id]


def doubles_among(
    db: Session, records: Collection[ExternalRecord]
) -> dict[int, list[ExternalRecord]]:
    """Return, for each record, those that may be of the same; as many queries as for one."""
    if not records:
        return {}
    wholes = people.wholes_of(db, {one.person_id for one in records})
    numbers = {one.number_key for one in records if one.number_key}
    alike = or_(R.person_id.in_(wholes), R.number_key.in_(numbers))
    found = select(R).where(alike, R.state.in_(STANDING)).order_by(R.id.desc())
    others = db.scalars(found.options(joinedload(R.person)).limit(_SOME * len(records))).all()
    programmes = _programmes(db, [*records, *others])
    marks = {one.id: _marks(one, wholes, programmes) for one in (*records, *others)}
    return {
        one.id: [
            other
            for other in others
            if other.id not in (one.id, one.replaces_id)
            and other.replaces_id != one.id
            and is_double(marks[one.id], marks[other.id])
        ]
        for one in records
    }


def _marks(one: ExternalRecord, wholes: dict[int, int], programmes: dict[int, int]) -> Marks:
    return Marks(
        wholes.get(one.person_id, one.person_id),
        one.number_key,
        one.paper_on,
        one.organiser,
        programmes.get(one.programme_version_id or 0),
        one.last_on,
    )


def _programmes(db: Session, records: Collection[ExternalRecord]) -> dict[int, int]:
    """Return the programme of each version that records name."""
    keys = {one.programme_version_id for one in records if one.programme_version_id}
    version = ProgrammeVersion
    found = select(version.id, version.programme_id).where(version.id.in_(keys))
    return dict(db.execute(found).all()) if keys else {}


def completions_of(db: Session, person_id: int) -> Sequence[Completion]:
    """Return what is on record of a person, of all her entries, the latest first."""
    hers = Completion.person_id.in_(people.entry_ids(person_id))
    found = select(Completion).where(hers, Completion.is_current())
    found = found.options(joinedload(Completion.programme_version))
    return db.scalars(found.order_by(Completion.completed_on.desc()).limit(_SOME)).all()


@dataclass(frozen=True, slots=True)
class Doubles:
    """The records like one: those the reader may open, and the keys of those she may not."""

    shown: Sequence[ExternalRecord]
    hidden: Sequence[int]

    @property
    def keys(self) -> list[int]:
        return [*(one.id for one in self.shown), *self.hidden]


def doubles_seen(db: Session, actor: Actor, record: ExternalRecord) -> Doubles:
    """Return the records like this one, as far as the actor may open them."""
    alike = doubles_of(db, record)
    keys = [one.id for one in alike]
    seen = set(db.scalars(select(R.id).where(R.id.in_(keys), records_visible_to(db, actor))))
    shown = [one for one in alike if one.id in seen]
    return Doubles(shown, [key for key in keys if key not in seen])


def correction_of(db: Session, record: ExternalRecord) -> ExternalRecord | None:
    """Return the record that was entered to put this one right, the latest; nothing if none was."""
    later = select(R).where(R.replaces_id == record.id, R.state != RecordState.WITHDRAWN)
    return db.scalar(later.order_by(R.id.desc()).limit(1))
