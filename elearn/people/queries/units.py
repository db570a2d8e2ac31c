"""Offices and the bodies they are held in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from elearn import areas
from elearn.errors import NotFound
from elearn.people.models import (
    UNIT_LEVELS,
    OrgUnit,
    OrgUnitPlace,
    PlannedPost,
    Post,
    Tenure,
    UnitKind,
)
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Placed:
    """An organisation unit and where it stands, as one says it."""

    unit: OrgUnit
    place: str


def post_by_key(db: Session, key: str) -> Post:
    """Return the post.

    :raise NotFound: if there is none with this key; those there are, are told.
    """
    post = db.get(Post, key)
    if post is None:
        known = ", ".join(db.scalars(select(Post.key).order_by(Post.rank)))
        raise NotFound(
            msg("Không có chức danh %(key)s. Các chức danh: %(known)s.", key=key, known=known)
        )
    return post


def posts_for(db: Session, kind: UnitKind) -> Sequence[Post]:
    """Return the posts that are held in such a body, the first office first.

    An agency or a school may hold any; a commune's union also those of branches it has no body for.
    """
    found = select(Post).order_by(Post.rank)
    if kind in (UnitKind.BRANCH, UnitKind.WOMEN_GROUP):
        found = found.where(Post.level == areas.Level.BRANCH)
    elif kind is UnitKind.UNION_COMMUNE:
        found = found.where(Post.level.in_((areas.Level.COMMUNE, areas.Level.BRANCH)))
    elif level := UNIT_LEVELS.get(kind):
        found = found.where(Post.level == level)
    return db.scalars(found).all()


def unit_by_id(db: Session, unit_id: int) -> OrgUnit:
    """Return the organisation unit.

    :raise NotFound: if there is none with this key.
    """
    unit = db.get(OrgUnit, unit_id)
    if unit is None:
        raise NotFound(
            msg("Không có đơn vị số %(number)s. Xem “elearn people unit list”.", number=unit_id)
        )
    return unit


def served_in(db: Session, unit_ids: Collection[int]) -> Sequence[int]:
    """Return the keys of those who hold or held a post in one of the units, or are planned for."""
    held, planned = (
        select(row.person_id).where(row.org_unit_id.in_(unit_ids), row.is_current())
        for row in (Tenure, PlannedPost)
    )
    return db.scalars(union(held, planned)).all()


def units_in(
    db: Session, area: areas.AreaVersion, *, day: date, kind: UnitKind | None = None
) -> Sequence[Placed]:
    """Return the units that stand in an area or below it on the day; two queries."""
    version = areas.AreaVersion
    found = (
        select(OrgUnit, version)
        .join(OrgUnitPlace, OrgUnitPlace.org_unit_id == OrgUnit.id)
        .join(version, version.area_id == OrgUnitPlace.area_id)
        .where(OrgUnit.valid_on(day), OrgUnitPlace.valid_on(day))
        .where(version.valid_on(day), version.is_current(), areas.below([area.path]))
        .order_by(version.sort_key, version.id, OrgUnit.id)
    )
    if kind is not None:
        found = found.where(OrgUnit.kind == kind)
    rows = db.execute(found).all()
    within = areas.places_on(db, [there for _, there in rows], day)
    return [Placed(unit, _told(there, within[there.id])) for unit, there in rows]


def _told(area: areas.AreaVersion, within: str) -> str:
    return ", ".join(filter(None, (areas.in_a_sentence(area.full_name), within)))
