"""Whether what rows begin can be: its unit is there, and it is not held already on those days."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import OrgUnit, PlannedPost, Tenure
from elearn.people.roster.rules.steps import Begin, Instead
from elearn.people.roster.service.committing.checking import Refused
from elearn.people.roster.service.committing.plans import Planned
from elearn.people.roster.service.committing.posts import Kind, read_told
from elearn.people.roster.service.committing.units import sameness

Held = Tenure | PlannedPost
_KINDS: tuple[Kind, ...] = (Tenure, PlannedPost)


@dataclass(frozen=True, slots=True)
class _Spell:
    """Days on which something is held."""

    what: object
    first: date
    last: date

    def meets(self, other: "_Spell") -> bool:
        return self.what == other.what and self.first <= other.last and other.first <= self.last


def refuse_impossible(
    db: Session, rows: Sequence[Planned], wholes: Mapping[int, int], refused: Refused
) -> None:
    """Refuse posts in units that are not there on the day, and posts that are held already."""
    _refuse_without_unit(db, rows, refused)
    for kind in _KINDS:
        held = _held(db, kind, wholes)
        for row in rows:
            if reason := _wrong(kind, row, held[wholes.get(row.person_id or 0, 0)]):
                refused.note(row, reason)


def _refuse_without_unit(db: Session, rows: Sequence[Planned], refused: Refused) -> None:
    units = _units(db, rows)
    for row in rows:
        begins = [one for one in _begins(row) if one.unit.id is not None]
        if not all(_is_there(units.get(one.unit.id or 0), one) for one in begins):
            refused.note(row, "unit_not_there")


def _begins(row: Planned) -> tuple[Begin, ...]:
    return (*row.steps.begins, *row.steps.plans)


def _units(db: Session, rows: Sequence[Planned]) -> dict[int, OrgUnit]:
    keys = {one.unit.id for row in rows for one in _begins(row) if one.unit.id}
    return {one.id: one for one in db.scalars(select(OrgUnit).where(among(db, OrgUnit.id, keys)))}


def _is_there(unit: OrgUnit | None, begin: Begin) -> bool:
    if unit is None or not unit.is_valid_on(begin.valid_from):
        return False
    return unit.valid_to is None or (begin.valid_to or date.max) <= unit.valid_to


def _held(db: Session, kind: Kind, wholes: Mapping[int, int]) -> dict[int, list[Held]]:
    """Return what is held now, by the whole of whom."""
    found: dict[int, list[Held]] = defaultdict(list)
    if not wholes:
        return found
    asked = select(kind).where(among(db, kind.person_id, wholes), kind.is_current())
    for one in cast(Iterable[Held], db.scalars(asked)):
        found[wholes[one.person_id]].append(one)
    return found


def _wrong(kind: Kind, row: Planned, hers: Collection[Held]) -> str | None:
    """Return why a row cannot write what it says of posts, if it cannot."""
    steps = row.steps
    insteads, begins = (
        (steps.tenures, steps.begins) if kind is Tenure else (steps.planned, steps.plans)
    )
    current = {one.id: one for one in hers}
    if any(one.id not in current for one in insteads):
        return "changed_meanwhile"
    gone = {one.id for one in insteads}
    stays = [_spell_of(one) for one in hers if one.id not in gone]
    own = [_spell_of(one) for one in hers if one.id not in gone and one.person_id == row.person_id]
    told = [_told(current[one.id], one) for one in insteads]
    fresh = [_begun(one) for one in begins]
    pairs = [*_pairs(told, own), *_pairs(fresh, [*stays, *told]), *_both(fresh)]
    backwards = any(one.last < one.first for one in (*told, *fresh))
    return "post_taken" if backwards or any(one.meets(other) for one, other in pairs) else None


def _pairs(some: Sequence[_Spell], others: Sequence[_Spell]) -> Iterator[tuple[_Spell, _Spell]]:
    return ((one, other) for one in some for other in others)


def _both(some: Sequence[_Spell]) -> Iterator[tuple[_Spell, _Spell]]:
    return ((one, other) for at, one in enumerate(some) for other in some[:at])


def _spell_of(one: Held) -> _Spell:
    return _Spell((one.post_key, one.org_unit_id), one.valid_from, one.valid_to or date.max)


def _told(one: Held, instead: Instead) -> _Spell:
    told = read_told(instead)
    first, last = (told.get(name, getattr(one, name)) for name in ("valid_from", "valid_to"))
    return _Spell((one.post_key, one.org_unit_id), first, last or date.max)


def _begun(begin: Begin) -> _Spell:
    what = begin.post_key, sameness(begin.unit) or begin.unit.id
    return _Spell(what, begin.valid_from, begin.valid_to or date.max)
