"""Units follow their areas: where an area has ended, they stand in its default successor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from elearn import areas, audit
from elearn.access import Actor
from elearn.people.models import UNIT_LEVELS, OrgUnitPlace
from elearn.people.queries.lagging import Lagging, lagging_on
from elearn.people.queries.units import served_in
from elearn.people.service.listing import refresh

T = TypeVar("T")
_AT_ONCE = 5_000  # Well below the values that one statement may carry on either database.


@dataclass(frozen=True, slots=True)
class Followed:
    """How many units were placed anew, and which are left for a person to place or to end."""

    moved: int
    left: tuple[int, ...]


def follow(db: Session, actor: Actor, day: date, *, now: datetime) -> Followed:
    """Place every unit whose area has ended before the day in what that area passed into.

    It stands there from the day after the area's end, through however many changes. A unit whose
    area has no default successor of its level, as a district's union has none, is left and told.
    A second time nothing changes.
    """
    moved, lagging = set[int](), lagging_on(db, day)
    while steps := dict(_steps(db, lagging)):
        goers = [one for one in lagging if one.place_id in steps]
        for some in _slices(goers):
            _place_anew(db, some, steps, now)
            refresh(db, served_in(db, [one.org_unit_id for one in some]))
        moved.update(one.org_unit_id for one in goers)
        lagging = lagging_on(db, day)
    followed = Followed(len(moved), tuple(one.org_unit_id for one in lagging))
    if moved:
        details = {"day": day.isoformat(), "moved": len(moved), "left": len(followed.left)}
        audit.record(db, actor, "follow", "org_unit", None, now=now, details=details)
    return followed


def _steps(db: Session, lagging: Sequence[Lagging]) -> Iterator[tuple[int, int]]:
    """Give the place of each unit that can go on, and the area it goes to."""
    for since, group in groupby(sorted(lagging, key=attrgetter("since")), key=attrgetter("since")):
        some = list(group)
        heirs = _heirs(db, {one.area_id for one in some}, since)
        levels = _levels(db, set(heirs.values()))
        for one in some:
            heir = heirs.get(one.area_id)
            if heir and UNIT_LEVELS.get(one.kind, levels[heir]) is levels[heir]:
                yield one.place_id, heir


def _heirs(db: Session, area_ids: set[int], day: date) -> dict[int, int]:
    present = areas.present_of(db, area_ids, day)
    return {
        area_id: heir.area_id
        for area_id, heirs in present.items()
        for heir in heirs
        if heir.is_default
    }


def _levels(db: Session, area_ids: set[int]) -> dict[int, areas.Level]:
    area = areas.Area
    return {
        key: level
        for some in _slices(sorted(area_ids))
        for key, level in db.execute(select(area.id, area.level).where(area.id.in_(some)))
    }


def _place_anew(
    db: Session, goers: Sequence[Lagging], steps: Mapping[int, int], now: datetime
) -> None:
    ends = [
        {"id": one.place_id, "valid_to": one.since - timedelta(days=1), "end_recorded_at": now}
        for one in goers
    ]
    db.execute(update(OrgUnitPlace), ends)
    stays = [
        {
            "org_unit_id": one.org_unit_id,
            "area_id": steps[one.place_id],
            "valid_from": one.since,
            "valid_to": one.until,
            "recorded_at": now,
        }
        for one in goers
    ]
    db.execute(insert(OrgUnitPlace), stays)


def _slices(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]
