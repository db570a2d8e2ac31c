"""The lists of areas, taken in once, whole."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from elearn.areas.models import Area, AreaLineage, AreaVersion, Passage
from elearn.areas.rules import ROOT, Kind, Level, Lists, State, Step, Unit, full_name, plan
from elearn.areas.service.resolutions import rest_on
from elearn.db import UNKNOWN_START
from elearn.errors import Conflict
from elearn.text import fold, msg, sort_key

COUNTRY = Unit(ROOT, Level.CENTRAL, (State(ROOT, Kind.COUNTRY, "Việt Nam", None, UNKNOWN_START),))


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a load has added; none if everything stood there already."""

    areas: int
    versions: int
    lineage: int


def load(db: Session, lists: Lists, *, now: datetime) -> Loaded:
    """Write the country and the areas of the lists; a second time nothing changes.

    What stood before papers were known is told on which it rests.

    :raise Conflict: if other areas stand in the tables already.
    """
    planned = plan(lists)
    units = (COUNTRY, *planned.units)
    versions = sum(len(unit.states) for unit in units)
    if held := _held(db):
        if held != Counter(_label(state) for unit in units for state in unit.states):
            raise Conflict(msg("Đã có một danh mục đơn vị hành chính khác; không ghi đè."))
        rest_on(db, lists.papers)
        return Loaded(0, 0, 0)
    places: dict[str, tuple[int, str]] = {}
    for _level, group in groupby(units, key=lambda unit: unit.level):
        _insert(db, list(group), places, now)
    if planned.lineage:
        rows = [_passage(step, places) for step in planned.lineage]
        db.execute(insert(AreaLineage), rows, execution_options={"render_nulls": True})
    rest_on(db, lists.papers)
    return Loaded(len(units), versions, len(planned.lineage))


def _held(db: Session) -> Counter[tuple[Any, ...]]:
    """Return what the first load wrote, whatever has changed since."""
    columns = (AreaVersion.code, AreaVersion.name, AreaVersion.kind, AreaVersion.valid_from)
    first = select(AreaVersion.recorded_at).order_by(AreaVersion.id).limit(1).scalar_subquery()
    rows = db.execute(select(*columns).where(AreaVersion.recorded_at == first))
    return Counter(tuple(row) for row in rows)


def _label(state: State) -> tuple[Any, ...]:
    return state.code, state.name, state.kind, state.valid_from


def _insert(
    db: Session, units: list[Unit], places: dict[str, tuple[int, str]], now: datetime
) -> None:
    """Insert the areas of one level, whose parents stand already, with all their versions."""
    keys = db.scalars(
        insert(Area).returning(Area.id, sort_by_parameter_order=True),
        [{"level": unit.level} for unit in units],
    ).all()
    rows = [
        _version(state, key, places, now)
        for key, unit in zip(keys, units, strict=True)
        for state in unit.states
    ]
    db.execute(insert(AreaVersion), rows, execution_options={"render_nulls": True})
    ends = {row["area_id"]: row["path"] for row in rows}
    places.update({unit.key: (key, ends[key]) for key, unit in zip(keys, units, strict=True)})


def _version(
    state: State, area_id: int, places: dict[str, tuple[int, str]], now: datetime
) -> dict[str, Any]:
    parent_id, above = places[state.parent] if state.parent else (None, "/")
    return {
        "area_id": area_id,
        "code": state.code,
        "kind": state.kind,
        "name": state.name,
        "full_name": full_name(state.name, state.kind),
        "parent_id": parent_id,
        "path": f"{above}{area_id}/",
        "name_folded": fold(state.name),
        "sort_key": sort_key(state.name),
        "lat": state.lat,
        "lon": state.lon,
        "valid_from": state.valid_from,
        "valid_to": state.valid_to,
        "recorded_at": now,
    }


def _passage(step: Step, places: dict[str, tuple[int, str]]) -> dict[str, Any]:
    return {
        "from_area_id": places[step.old][0],
        "to_area_id": places[step.new][0],
        "happened_on": step.happened_on,
        "kind": Passage.WHOLE if step.is_whole else Passage.SPLIT,
        "is_default": step.is_default,
        "distance_km": step.distance_km,
    }
