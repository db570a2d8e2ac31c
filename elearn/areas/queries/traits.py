"""The traits of areas: on a day, of one area, and how many areas have each."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.areas.models import AreaTrait, AreaVersion
from elearn.areas.queries.versions import V
from elearn.areas.rules import Trait

_AT_ONCE = 10_000


def traits_on(db: Session, area_ids: Iterable[int], day: date) -> dict[int, frozenset[Trait]]:
    """Return the traits that each of the areas has on the day; one query for 10,000 areas."""
    had: dict[int, set[Trait]] = {}
    wanted = iter(set(area_ids))
    while some := list(islice(wanted, _AT_ONCE)):
        chosen = select(AreaTrait.area_id, AreaTrait.trait)
        chosen = chosen.where(AreaTrait.area_id.in_(some), AreaTrait.valid_on(day))
        for area_id, trait in db.execute(chosen):
            had.setdefault(area_id, set()).add(trait)
    return {area_id: frozenset(traits) for area_id, traits in had.items()}


def traits_of(db: Session, area_id: int) -> Sequence[AreaTrait]:
    """Return all traits an area ever had, the latest first."""
    found = select(AreaTrait).where(AreaTrait.area_id == area_id)
    return db.scalars(found.order_by(AreaTrait.valid_from.desc(), AreaTrait.trait)).all()


def trait_counts(db: Session, day: date) -> dict[Trait, int]:
    """Return how many areas have each trait on the day."""
    counted = select(AreaTrait.trait, func.count()).where(AreaTrait.valid_on(day))
    return dict(db.execute(counted.group_by(AreaTrait.trait)).all())


def areas_with(db: Session, trait: Trait, day: date, *, limit: int) -> Sequence[AreaVersion]:
    """Return the areas that have a trait on the day, in the order of the alphabet."""
    found = (
        select(V)
        .join(AreaTrait, AreaTrait.area_id == V.area_id)
        .where(AreaTrait.trait == trait, AreaTrait.valid_on(day), V.valid_on(day), V.is_current())
    )
    return db.scalars(found.order_by(V.sort_key, V.id).limit(limit)).all()
