"""Traits of areas, taken in from a file together with the paper that gives them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.areas.models import Area, AreaTrait, AreaVersion
from elearn.areas.rules import Level, Problem, Trait, TraitLine, barred_by
from elearn.text import msg

V = AreaVersion


@dataclass(frozen=True, slots=True)
class TraitSource:
    """The decision that gives areas their traits, and the days for which it does."""

    number: str
    valid_from: date
    valid_to: date | None = None


def load_traits(
    db: Session, lines: Sequence[TraitLine], source: TraitSource
) -> tuple[int, list[Problem]]:
    """Write the traits of a list; return how many are new, and the lines that name no commune.

    A trait of the same set that still held ends the day before; one that holds from the day on or
    later speaks against the list. With a problem nothing is written; a second time nothing changes.
    """
    communes = _communes(db, source.valid_from)
    problems = [
        Problem(line.number, msg("Không có xã mã %(code)s vào ngày này.", code=line.code))
        for line in lines
        if line.code not in communes
    ] or _excluded(db, lines, communes, source)
    if problems:
        return 0, problems
    wanted = {(communes[line.code], trait) for line in lines for trait in line.traits}
    new = sorted(wanted - _held(db, source.valid_from))
    for trait in Trait:
        _end_others(db, trait, [key for key, one in new if one is trait], source.valid_from)
    days = {"valid_from": source.valid_from, "valid_to": source.valid_to}
    db.add_all(AreaTrait(area_id=a, trait=t, source=source.number, **days) for a, t in new)
    db.flush()
    return len(new), []


def _excluded(
    db: Session, lines: Sequence[TraitLine], communes: Mapping[str, int], source: TraitSource
) -> list[Problem]:
    """Tell the lines whose trait cannot stand beside another that holds as early, or later."""
    found = select(AreaTrait.area_id, AreaTrait.trait)
    found = found.where(AreaTrait.valid_from >= source.valid_from)
    if source.valid_to is not None:
        found = found.where(AreaTrait.valid_from <= source.valid_to)
    held = {(area_id, other) for area_id, trait in db.execute(found) for other in barred_by(trait)}
    return [
        Problem(line.number, msg("Đã ghi đặc điểm trái lại từ ngày này hoặc ngày sau."))
        for line in lines
        if any((communes[line.code], trait) in held for trait in line.traits)
    ]


def _communes(db: Session, day: date) -> dict[str, int]:
    found = select(V.code, V.area_id).join(Area, Area.id == V.area_id)
    found = found.where(Area.level == Level.COMMUNE, V.valid_on(day), V.is_current())
    return dict(db.execute(found).all())


def _held(db: Session, day: date) -> set[tuple[int, Trait]]:
    found = select(AreaTrait.area_id, AreaTrait.trait).where(AreaTrait.valid_on(day))
    return {(area_id, trait) for area_id, trait in db.execute(found)}


def _end_others(db: Session, trait: Trait, area_ids: Sequence[int], day: date) -> None:
    """End what an area cannot have beside the trait: another zone, the delta beside mountains."""
    others = barred_by(trait)
    if not others or not area_ids:
        return
    held = (AreaTrait.trait.in_(others), AreaTrait.valid_on(day), AreaTrait.valid_from < day)
    db.execute(
        update(AreaTrait)
        .where(AreaTrait.area_id.in_(area_ids), *held)
        .values(valid_to=day - timedelta(days=1))
    )
