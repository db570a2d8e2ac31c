"""Everything a page tells of one person, over all entries of her."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.people.models import (
    OrgUnitName,
    Person,
    PersonJoin,
    PlannedPost,
    Qualification,
    QualificationReview,
)
from elearn.people.queries.deciding import decided_among, decides_over, deciding_units
from elearn.people.queries.joins import joins_of
from elearn.people.queries.levels import qualifications_of, reviewed_in
from elearn.people.queries.persons import entries_of
from elearn.people.queries.planned import planned_of
from elearn.people.queries.stands import present_addresses
from elearn.people.queries.tenures import Term, terms_of
from elearn.people.rules import Attainment, Field, Timeline, highest, timeline


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person's posts, plans, levels and joined entries, and what the reader may change of it."""

    entries: Sequence[Person]
    terms: Sequence[Term]
    #: What the place of a term is today, by its area; places that still stand are left out.
    now: dict[int, str]
    #: What a unit was called in the days of a term, by the term, if it bears another name now.
    called: dict[int, str]
    plans: Sequence[PlannedPost]
    qualifications: Sequence[Qualification]
    review: QualificationReview | None
    joins: Sequence[PersonJoin]
    #: The units over which the reader decides, and whether over the person herself.
    decided: set[int]
    may_edit: bool
    today: date

    @property
    def held(self) -> Sequence[Term]:
        return [term for term in self.terms if term.is_held_on(self.today)]

    @property
    def levels(self) -> dict[Field, Attainment]:
        return highest(row.level for row in self.qualifications)

    @property
    def drawn(self) -> Timeline:
        spells = [(term.valid_from, term.valid_to) for term in self.terms]
        return timeline(spells, self.today)


def _names_then(
    db: Session, terms: Sequence[Term], unit_ids: Collection[int], day: date
) -> dict[int, str]:
    """Return what units were called on the last day of a term, or today; one query."""
    former = db.scalars(select(OrgUnitName).where(OrgUnitName.org_unit_id.in_(unit_ids))).all()
    return {
        term.tenure_id: name.name
        for term in terms
        for name in former
        if name.org_unit_id == term.org_unit_id
        and name.is_valid_on(max(term.valid_from, min(day, term.valid_to or day)))
    }


def record_of(db: Session, actor: Actor, person: Person, *, day: date) -> PersonRecord:
    """Return the record of a person; her posts the latest first, in a bounded number of queries."""
    entries = entries_of(db, person)
    keys = [entry.id for entry in entries]
    told = terms_of(db, keys, day=day)
    terms = sorted(
        (term for key in keys for term in told.get(key, ())),
        key=lambda term: (term.valid_from, term.tenure_id),
        reverse=True,
    )
    plans = planned_of(db, keys)
    areas_of = {term.area_id for term in terms if term.area_id}
    units = {term.org_unit_id for term in terms} | {plan.org_unit_id for plan in plans}
    hers = deciding_units(((term.org_unit_id, term.valid_to) for term in terms), day)
    decided = decided_among(db, actor, units)
    return PersonRecord(
        entries,
        terms,
        present_addresses(db, areas_of, day),
        _names_then(db, terms, units, day),
        plans,
        qualifications_of(db, keys),
        reviewed_in(db, keys, day.year),
        joins_of(db, person),
        decided,
        decides_over(actor, decided, hers),
        day,
    )
