"""The list of organisation units an actor may see: by kind, place and words, page after page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from elearn import areas
from elearn.access import Actor
from elearn.people.models import OrgUnit, OrgUnitPlace, UnitKind
from elearn.people.queries.sight import SEEING
from elearn.people.queries.stands import address_of, present_addresses
from elearn.people.queries.unit_sight import unit_visible_to
from elearn.text import fold, nfc

PAGE = 50
_V = areas.AreaVersion


@dataclass(frozen=True, slots=True)
class UnitsAsked:
    """Which units are asked for: words of the name or the place, a kind, an area, or ended ones."""

    text: str = ""
    kind: UnitKind | None = None
    area_id: int | None = None
    is_over: bool = False
    after: int | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in a list: where it stands or stood last, and what that is now if it has ended."""

    unit: OrgUnit
    place: str
    now: str


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """One page of a list, and the key after which the next begins, if there is more."""

    rows: tuple[UnitRow, ...]
    next_after: int | None


def units_page(db: Session, actor: Actor, asked: UnitsAsked, *, day: date) -> UnitsPage:
    """Return the next units in the order of their places; at most fourteen queries."""
    found = _wanted(db, actor, asked, day)
    if asked.after and (last := db.execute(found.where(OrgUnit.id == asked.after)).first()):
        found = found.where(tuple_(_V.sort_key, OrgUnit.id) > (last[1].sort_key, last[0].id))
    rows = db.execute(_of(found, asked).order_by(_V.sort_key, OrgUnit.id).limit(PAGE + 1)).all()
    shown = rows[:PAGE]
    within = areas.places_on(db, [area for _, area in shown], day)
    now = present_addresses(db, {area.area_id for _, area in shown}, day)
    told = tuple(
        UnitRow(unit, address_of(area, within[area.id]), now.get(area.area_id, ""))
        for unit, area in shown
    )
    return UnitsPage(told, shown[-1][0].id if len(rows) > PAGE else None)


def _wanted(
    db: Session, actor: Actor, asked: UnitsAsked, day: date
) -> Select[OrgUnit, areas.AreaVersion]:
    """Return the units with the area where each stands on the day, or stood when it ended."""
    moment = case((OrgUnit.valid_to < day, OrgUnit.valid_to), else_=day)
    is_over = OrgUnit.valid_to < day
    standing = or_(OrgUnit.valid_to.is_(None), OrgUnit.valid_to >= day)
    return (
        select(OrgUnit, _V)
        .join(OrgUnitPlace, OrgUnitPlace.org_unit_id == OrgUnit.id)
        .join(_V, _V.area_id == OrgUnitPlace.area_id)
        .where(OrgUnitPlace.valid_from <= moment)
        .where(or_(OrgUnitPlace.valid_to.is_(None), OrgUnitPlace.valid_to >= moment))
        .where(_V.is_current(), _V.valid_from == _latest(moment))
        .where(is_over if asked.is_over else standing, unit_visible_to(db, actor))
    )


def _latest(moment: ColumnElement[date]) -> ColumnElement[date]:
    """Return the first day of the area's version of the moment, or of its last before it ended."""
    version = aliased(_V)
    first = select(func.max(version.valid_from)).where(
        version.area_id == OrgUnitPlace.area_id,
        version.superseded_at.is_(None),
        version.valid_from <= moment,
    )
    return first.correlate(OrgUnitPlace, OrgUnit).scalar_subquery()


def _of(
    found: Select[OrgUnit, areas.AreaVersion], asked: UnitsAsked
) -> Select[OrgUnit, areas.AreaVersion]:
    if asked.kind is not None:
        found = found.where(OrgUnit.kind == asked.kind)
    if asked.area_id is not None:
        found = found.where(_V.path.contains(f"/{asked.area_id}/"))
    for word in fold(nfc(asked.text)).split():
        name, place = (
            column.contains(word, autoescape=True)
            for column in (OrgUnit.name_folded, _V.name_folded)
        )
        found = found.where(or_(name, place))
    return found


def places_below(db: Session, actor: Actor, day: date) -> Sequence[areas.AreaVersion]:
    """Return the areas by which an actor may narrow the list: what lies in her first scope."""
    scopes = sorted(actor.scopes(*SEEING), key=len)
    key = int(scopes[0].strip("/").rpartition("/")[2] or areas.root(db).id) if scopes else 0
    return areas.children_of(db, key, day) if key else ()
