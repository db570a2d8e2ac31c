"""Units founded where a row speaks of one that is not there yet: a new branch of a commune."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import UNKNOWN_START, among
from elearn.db.bulk import new_keys, put_rows
from elearn.people.models import OrgUnit, OrgUnitPlace, UnitKind
from elearn.people.roster.rules.branches import branch_among
from elearn.people.roster.rules.gazetteer import spelt_key
from elearn.people.roster.rules.steps import UnitMeant
from elearn.people.roster.service.committing.ledger import Ledger
from elearn.people.roster.service.committing.plans import Planned
from elearn.text import fold, nfc

_UNIT = ("id", "kind", "name", "name_folded", "parent_id", "valid_from")
_PLACE = ("id", "org_unit_id", "area_id", "valid_from", "recorded_at")
#: What makes a unit the same: what it is, what it is called, where it stands.
Sameness = tuple[UnitKind, str, int]
#: Units of a kind in an area: the key of each, and what it is called.
Names = dict[Sameness, tuple[int, str]]


def sameness(unit: UnitMeant) -> Sameness | None:
    """Return what makes a unit to be founded the same as another; nothing if it has a key."""
    if unit.id is not None or unit.kind is None or unit.area_id is None:
        return None
    return unit.kind, spelt_key(unit.name), unit.area_id


def found(
    db: Session, rows: Sequence[Planned], ledger: Ledger, now: datetime
) -> Mapping[Sameness, int]:
    """Found the units that rows speak of and that are not there, and return the key of each.

    A branch is one under all the names that lists call it by, whenever the rows were compared.
    """
    if not (wanted := _wanted(rows)):
        return {}
    beside = _there(db, {area for _, _, area in wanted})
    one_of: dict[Sameness, Sameness] = {}
    missing: dict[Sameness, tuple[int, UnitMeant]] = {}
    for key, (row_id, unit) in wanted.items():
        names = beside[key[0], key[2]]
        one_of[key] = _alike(key, unit.name, names) or key
        if one_of[key] not in names:
            missing[key], names[key] = (row_id, unit), (0, unit.name)
    there = {key: unit_id for names in beside.values() for key, (unit_id, _) in names.items()}
    units = there | _founded(db, missing, ledger, now)
    return {key: units[one] for key, one in one_of.items()}


def _wanted(rows: Sequence[Planned]) -> dict[Sameness, tuple[int, UnitMeant]]:
    """Return the units to be founded, each with the first row that speaks of it."""
    wanted: dict[Sameness, tuple[int, UnitMeant]] = {}
    for row, unit in _meant(rows):
        if key := sameness(unit):
            first = wanted.setdefault(key, (row.row_id, unit))[1]
            if (unit.since or UNKNOWN_START) < (first.since or UNKNOWN_START):
                wanted[key] = (wanted[key][0], unit)
    return wanted


def _alike(key: Sameness, name: str, names: Names) -> Sameness | None:
    """Return which of the units of its kind in an area is meant, if one is."""
    if key in names or key[0] is not UnitKind.BRANCH:
        return key
    at = branch_among(name, [one for _, one in names.values()])
    return None if at is None else list(names)[at]


def _meant(rows: Iterable[Planned]) -> Iterable[tuple[Planned, UnitMeant]]:
    for row in rows:
        for begin in (*row.steps.begins, *row.steps.plans):
            yield row, begin.unit


def _there(db: Session, areas: set[int]) -> dict[tuple[UnitKind, int], Names]:
    """Return the units that stand in these areas, by what they are and where; the first stays."""
    stands = (
        select(OrgUnit.kind, OrgUnit.name, OrgUnitPlace.area_id, OrgUnit.id)
        .join(OrgUnitPlace, OrgUnitPlace.org_unit_id == OrgUnit.id)
        .where(among(db, OrgUnitPlace.area_id, areas), OrgUnitPlace.valid_to.is_(None))
        .where(OrgUnit.valid_to.is_(None))
        .order_by(OrgUnit.id)
    )
    found: dict[tuple[UnitKind, int], Names] = defaultdict(dict)
    for kind, name, area, key in db.execute(stands):
        found[kind, area].setdefault((kind, spelt_key(name), area), (key, name))
    return found


def _founded(
    db: Session, missing: Mapping[Sameness, tuple[int, UnitMeant]], ledger: Ledger, now: datetime
) -> dict[Sameness, int]:
    keys = new_keys(db, OrgUnit, len(missing))
    places = new_keys(db, OrgUnitPlace, len(missing))
    units, stays = list[tuple[object, ...]](), list[tuple[object, ...]]()
    for key, place, (row_id, unit) in zip(keys, places, missing.values(), strict=True):
        since, name = unit.since or UNKNOWN_START, nfc(unit.name)
        units.append((key, unit.kind, name, fold(name), unit.parent_id, since))
        stays.append((place, key, unit.area_id, since, now))
        ledger.inserted(row_id, OrgUnit, key)
        ledger.inserted(row_id, OrgUnitPlace, place)
    put_rows(db, OrgUnit, _UNIT, units)
    put_rows(db, OrgUnitPlace, _PLACE, stays)
    return dict(zip(missing, keys, strict=True))
