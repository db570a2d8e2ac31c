"""Everything a page tells of one organisation unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from elearn.access import Actor
from elearn.people.models import (
    OrgUnit,
    OrgUnitName,
    PlannedPost,
    Post,
    Tenure,
    UnitExclusion,
)
from elearn.people.queries.deciding import decided_among
from elearn.people.queries.exclusions import exclusions_of
from elearn.people.queries.planned import planned_in
from elearn.people.queries.stands import Stand, stands_of
from elearn.people.queries.unit_sight import unit_visible_to

MOST = 100  # Of each list; a page that told more would be read by nobody.


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A unit: where it stood, what it was called, who holds, held and is planned for its posts."""

    unit: OrgUnit
    stands: Sequence[Stand]
    names: Sequence[OrgUnitName]
    holders: Sequence[Tenure]
    former: Sequence[Tenure]
    planned: Sequence[PlannedPost]
    parent: OrgUnit | None
    children: Sequence[OrgUnit]
    exclusions: Sequence[UnitExclusion]
    may_decide: bool
    today: date

    @property
    def is_over(self) -> bool:
        return self.unit.valid_to is not None and self.unit.valid_to < self.today

    @property
    def excluded(self) -> UnitExclusion | None:
        return next((row for row in self.exclusions if row.is_valid_on(self.today)), None)


def unit_record(db: Session, actor: Actor, unit: OrgUnit, *, day: date) -> UnitRecord:
    """Return the record of a unit, in a bounded number of queries."""
    names = select(OrgUnitName).where(OrgUnitName.org_unit_id == unit.id)
    children = select(OrgUnit).where(OrgUnit.parent_id == unit.id, OrgUnit.valid_on(day))
    parent = select(OrgUnit).where(OrgUnit.id == unit.parent_id, unit_visible_to(db, actor))
    return UnitRecord(
        unit,
        stands_of(db, [unit.id], day).get(unit.id, []),
        db.scalars(names.order_by(OrgUnitName.valid_from.desc())).all(),
        holders_of(db, unit, day),
        _former(db, unit, day),
        planned_in(db, unit.id, day, limit=MOST),
        db.scalar(parent) if unit.parent_id else None,
        db.scalars(children.order_by(OrgUnit.name_folded, OrgUnit.id).limit(MOST)).all(),
        exclusions_of(db, [unit.id]),
        bool(decided_among(db, actor, [unit.id])),
        day,
    )


def what_ends_with(db: Session, unit: OrgUnit, day: date) -> tuple[int, int]:
    """Return how many tenures would end with the unit, and how many units below it go on."""
    lasting = or_(Tenure.valid_to.is_(None), Tenure.valid_to >= day)
    held = select(func.count(Tenure.id)).where(
        Tenure.org_unit_id == unit.id, Tenure.is_current(), lasting
    )
    below = select(func.count(OrgUnit.id)).where(
        OrgUnit.parent_id == unit.id, OrgUnit.valid_on(day)
    )
    return db.scalar(held) or 0, db.scalar(below) or 0


def holders_of(db: Session, unit: OrgUnit, day: date) -> Sequence[Tenure]:
    """Return who holds a post of the unit on the day or will, the first office first."""
    lasting = or_(Tenure.valid_to.is_(None), Tenure.valid_to >= day)
    found = _tenures(unit).where(lasting).order_by(Post.rank, Tenure.valid_from, Tenure.id)
    return db.scalars(found).all()


def _former(db: Session, unit: OrgUnit, day: date) -> Sequence[Tenure]:
    ended = _tenures(unit).where(Tenure.valid_to < day)
    return db.scalars(ended.order_by(Tenure.valid_to.desc(), Tenure.id.desc())).all()


def _tenures(unit: OrgUnit) -> Select[Tenure]:
    return (
        select(Tenure)
        .join(Post, Post.key == Tenure.post_key)
        .where(Tenure.org_unit_id == unit.id, Tenure.is_current())
        .options(joinedload(Tenure.person), contains_eager(Tenure.post))
        .limit(MOST)
    )
