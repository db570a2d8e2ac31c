"""Units that stand in an area which has ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session, aliased

from elearn import areas
from elearn.people.models import OrgUnit, OrgUnitPlace, UnitKind

_V = areas.AreaVersion


@dataclass(frozen=True, slots=True)
class Lagging:
    """A unit's place in an area that has ended, and the first day it cannot stand there."""

    place_id: int
    org_unit_id: int
    kind: UnitKind
    area_id: int
    since: date
    until: date | None


def lagging_on(db: Session, day: date) -> Sequence[Lagging]:
    """Return where units stand on the day in areas that had ended before; one query."""
    return [
        Lagging(
            place.id,
            place.org_unit_id,
            kind,
            place.area_id,
            ended_on + timedelta(days=1),
            place.valid_to,
        )
        for place, kind, ended_on in db.execute(_lagging(day))
    ]


def _lagging(day: date) -> Select[OrgUnitPlace, UnitKind, date]:
    """Ask for the places, the kinds of their units, and the last days of their areas."""
    ends = (
        select(_V.area_id, func.max(_V.valid_to).label("ended_on"))
        .where(_V.is_current(), _V.valid_to < day)
        .group_by(_V.area_id)
        .subquery()
    )
    stands = exists().where(_V.area_id == OrgUnitPlace.area_id, _V.valid_on(day), _V.is_current())
    later = aliased(OrgUnitPlace)
    moved = exists().where(
        later.org_unit_id == OrgUnitPlace.org_unit_id, later.valid_from > OrgUnitPlace.valid_from
    )
    return (
        select(OrgUnitPlace, OrgUnit.kind, ends.c.ended_on)
        .join(OrgUnit, OrgUnit.id == OrgUnitPlace.org_unit_id)
        .join(ends, ends.c.area_id == OrgUnitPlace.area_id)
        .where(OrgUnit.valid_on(day), OrgUnitPlace.valid_on(day))
        .where(OrgUnitPlace.valid_from <= ends.c.ended_on, ~stands, ~moved)
        .order_by(OrgUnitPlace.id)
    )
