"""Over whose posts an actor decides: those of units that stand where she administers.

A unit counts where it stands today, or stood last; in an area that has ended, as what that is
today. Who only proposes decides over nothing, and an inspector over nothing either.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.access import Actor, Role
from elearn.errors import Forbidden
from elearn.people.models import OrgUnit, Person, PlannedPost, Tenure
from elearn.people.queries.persons import entry_ids, nobody, wholes_of
from elearn.people.queries.sight import person_seen_by
from elearn.people.queries.stands import areas_of
from elearn.people.queries.unit_sight import unit_seen_by
from elearn.text import msg

DECIDING = (Role.ADMINISTRATOR, Role.CENTRAL)
_COUNTRY = 2  # Of "/" and "/1/": the slashes, at most.


def decides_anywhere(actor: Actor) -> bool:
    """Return whether there is a place over which the actor decides."""
    return any(grant.role in DECIDING and not grant.proposes for grant in actor.grants)


def needs_to_decide(actor: Actor) -> None:
    """Refuse whoever decides nowhere.

    :raise Forbidden: if others decide.
    """
    if not decides_anywhere(actor):
        raise others_decide()


def decided_among(db: Session, actor: Actor, unit_ids: Collection[int]) -> set[int]:
    """Return over which of the units the actor decides; at most seven queries."""
    paths = _paths(actor)
    if any(path.count("/") <= _COUNTRY for path in paths):
        return set(unit_ids)
    if not paths or not unit_ids:
        return set()
    day = clock.today()
    stands = areas_of(db, unit_ids, day)
    heirs = areas.present_of(db, {area.area_id for area in stands.values()}, day)
    reach = areas.reach_of(db, paths)
    return {
        unit
        for unit, area in stands.items()
        if _is_below([area.path], reach)
        or _is_below([one.path for one in heirs.get(area.area_id, ()) if one.is_default], paths)
    }


def _paths(actor: Actor) -> tuple[str, ...]:
    grants = (one for one in actor.grants if one.role in DECIDING and not one.proposes)
    return tuple(dict.fromkeys(grant.area_path for grant in grants))


def _is_below(paths: Iterable[str], scopes: tuple[str, ...]) -> bool:
    return any(path.startswith(scopes) for path in paths)


def unit_decided_by(db: Session, actor: Actor, unit_id: int) -> OrgUnit:
    """Return the unit.

    :raise NotFound: if there is none that the actor may know of.
    :raise Forbidden: if others decide over it.
    """
    unit = unit_seen_by(db, actor, unit_id)
    if not decided_among(db, actor, [unit.id]):
        raise others_decide()
    return unit


def others_decide() -> Forbidden:
    """Return the refusal that tells who may do this."""
    return Forbidden(
        msg("Chỉ người quản trị địa bàn nơi đơn vị đặt trụ sở mới sửa được; hãy báo cho người ấy.")
    )


def may_decide_person(db: Session, actor: Actor, person: Person) -> bool:
    """Return whether the actor decides over a unit in which she holds a post, or held the last.

    Over somebody without any post decides the centre.
    """
    units = _units_of(db, person, clock.today())
    return decides_over(actor, decided_among(db, actor, units), units)


def decided_persons(db: Session, actor: Actor, person_ids: Collection[int]) -> set[int]:
    """Return over whose records among these the actor decides; at most ten queries."""
    wholes = wholes_of(db, person_ids)
    held = select(Tenure.person_id, Tenure.org_unit_id, Tenure.valid_to)
    spells: dict[int, list[tuple[int, date | None]]] = {whole: [] for whole in wholes.values()}
    for who, unit, until in db.execute(
        held.where(Tenure.person_id.in_(wholes), Tenure.is_current())
    ):
        spells[wholes[who]].append((unit, until))
    units = {whole: deciding_units(hers, clock.today()) for whole, hers in spells.items()}
    decided = decided_among(db, actor, set().union(*units.values()))
    return {one for one in person_ids if decides_over(actor, decided, units[wholes[one]])}


def areas_deciding(db: Session, person: Person, day: date) -> set[int]:
    """Return the areas in which those units stand, or stood last: who administers one decides."""
    stands = areas_of(db, _units_of(db, person, day), day)
    return {area.area_id for area in stands.values()}


def _units_of(db: Session, person: Person, day: date) -> set[int]:
    held = select(Tenure.org_unit_id, Tenure.valid_to).where(
        Tenure.person_id.in_(entry_ids(person.id)), Tenure.is_current()
    )
    return deciding_units([(unit, until) for unit, until in db.execute(held)], day)


def deciding_units(spells: Iterable[tuple[int, date | None]], day: date) -> set[int]:
    """Return the units in which a person holds a post on the day or will, else held the last."""
    rows = [(until or date.max, unit) for unit, until in spells]
    now = {unit for until, unit in rows if until >= day}
    return now or {max(rows)[1]} if rows else set()


def decides_over(actor: Actor, decided: set[int], units: set[int]) -> bool:
    """Return whether one of the units is decided over; where there is none, the centre decides."""
    if not units:
        return any(path.count("/") <= _COUNTRY for path in _paths(actor))
    return bool(decided & units)


def person_decided_by(db: Session, actor: Actor, person_id: int) -> Person:
    """Return the person.

    :raise NotFound: if there is none that the actor may know of.
    :raise Forbidden: if others decide over her record.
    """
    person = person_seen_by(db, actor, person_id)
    if not may_decide_person(db, actor, person):
        raise others_decide()
    return person


def tenure_decided_by(db: Session, actor: Actor, tenure_id: int) -> Tenure:
    """Return the tenure.

    :raise NotFound: if there is none that the actor may know of.
    :raise Forbidden: if others decide over its unit.
    """
    return _decided(db, actor, db.get(Tenure, tenure_id))


def planned_decided_by(db: Session, actor: Actor, planned_id: int) -> PlannedPost:
    """Return the planned post.

    :raise NotFound: if there is none that the actor may know of.
    :raise Forbidden: if others decide over its unit.
    """
    return _decided(db, actor, db.get(PlannedPost, planned_id))


R = TypeVar("R", Tenure, PlannedPost)


def _decided(db: Session, actor: Actor, row: R | None) -> R:
    if row is None:
        raise nobody()
    person_seen_by(db, actor, row.person_id)
    if not decided_among(db, actor, [row.org_unit_id]):
        raise others_decide()
    return row
