"""Everything a page tells of one area."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.areas.models import Area, AreaResolution, AreaTrait, AreaVersion
from elearn.areas.queries.lineage import Relative, predecessors_of, successors_of
from elearn.areas.queries.present import Present, heirs_of, present_of
from elearn.areas.queries.traits import traits_of
from elearn.areas.queries.versions import (
    ancestors,
    area_by_id,
    children_of,
    places_on,
    versions_of,
    versions_on,
)
from elearn.areas.rules import Event, Level, Link, Shape, history


@dataclass(frozen=True, slots=True)
class Now:
    """An area of the day that another one is now, with its place."""

    version: AreaVersion
    place: str
    present: Present

    @property
    def address(self) -> str:
        return ", ".join(filter(None, (self.version.full_name, self.place)))


@dataclass(frozen=True, slots=True)
class Record:
    """An area through time: its versions, what happened, what it is now, and what lay in it."""

    area: Area
    versions: Sequence[AreaVersion]
    places: Mapping[int, str]
    ended_on: date | None
    ancestors: Sequence[AreaVersion]
    children: Sequence[AreaVersion]
    events: Sequence[Event]
    papers: Mapping[int, AreaResolution]
    now: Sequence[Now]
    heirs: Sequence[AreaVersion]
    traits: Sequence[AreaTrait]

    @property
    def first(self) -> AreaVersion:
        return self.versions[0]

    @property
    def last(self) -> AreaVersion:
        return self.versions[-1]


def record_of(db: Session, area_id: int, *, day: date) -> Record:
    """Return the record of an area as of the day, or of its last day; at most 24 queries.

    :raise NotFound: if there is no such area.
    """
    area = area_by_id(db, area_id)
    versions = versions_of(db, area.id)
    last = versions[-1]
    ended_on = last.valid_to if last.valid_to and last.valid_to < day else None
    moment = max(last.valid_from, ended_on or day)
    places = places_on(db, versions, moment)
    events = _events(db, area.id, versions, places)
    return Record(
        area,
        versions,
        places,
        ended_on,
        ancestors(db, last, moment),
        children_of(db, area.id, moment),
        events,
        _papers(db, events),
        _now(db, area.id, day) if ended_on else (),
        _heirs(db, area, day) if ended_on else (),
        traits_of(db, area.id),
    )


def _events(
    db: Session, area_id: int, versions: Sequence[AreaVersion], places: Mapping[int, str]
) -> Sequence[Event]:
    shapes = [
        Shape(
            one.code,
            one.kind,
            one.name,
            one.full_name,
            places[one.id],
            one.parent_id,
            one.valid_from,
            one.valid_to,
            one.resolution_id,
        )
        for one in versions
    ]
    came = map(_link, predecessors_of(db, [area_id]).get(area_id, ()))
    went = map(_link, successors_of(db, [area_id]).get(area_id, ()))
    return history(shapes, list(came), list(went))


def _link(other: Relative) -> Link:
    return Link(
        other.area_id,
        other.address,
        other.happened_on,
        other.is_whole,
        other.is_default,
        other.resolution_id,
    )


def _papers(db: Session, events: Iterable[Event]) -> dict[int, AreaResolution]:
    keys = {event.resolution_id for event in events if event.resolution_id}
    found = select(AreaResolution).where(AreaResolution.id.in_(keys))
    return {paper.id: paper for paper in db.scalars(found)} if keys else {}


def _now(db: Session, area_id: int, day: date) -> Sequence[Now]:
    heirs = present_of(db, [area_id], day).get(area_id, ())
    found = versions_on(db, [heir.area_id for heir in heirs], day)
    places = places_on(db, found.values(), day)
    return [Now(found[one.area_id], places[found[one.area_id].id], one) for one in heirs]


def _heirs(db: Session, area: Area, day: date) -> Sequence[AreaVersion]:
    """Return the communes of today that a province which ended lives on in."""
    if area.level is not Level.PROVINCE:
        return ()
    keys = [int(path.strip("/").rpartition("/")[2]) for path in heirs_of(db, area.id, day)]
    return sorted(versions_on(db, keys, day).values(), key=lambda one: one.sort_key)
