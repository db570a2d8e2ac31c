"""Everything a page tells of one area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from elearn.areas.models import AreaVersion
from elearn.areas.queries.lineage import Relative, predecessors_of, successors_of
from elearn.areas.queries.versions import ancestors, area_by_id, children_of, places_on, versions_of


@dataclass(frozen=True, slots=True)
class Record:
    """An area through time: its versions with their places, its kin, and what lay in it last."""

    versions: Sequence[AreaVersion]
    places: dict[int, str]
    ended_on: date | None
    ancestors: Sequence[AreaVersion]
    children: Sequence[AreaVersion]
    predecessors: Sequence[Relative]
    successors: Sequence[Relative]

    @property
    def first(self) -> AreaVersion:
        return self.versions[0]

    @property
    def last(self) -> AreaVersion:
        return self.versions[-1]


def record_of(db: Session, area_id: int, *, day: date) -> Record:
    """Return the record of an area as of the day, or of its last day; at most eight queries.

    :raise NotFound: if there is no such area.
    """
    area = area_by_id(db, area_id)
    versions = versions_of(db, area.id)
    last = versions[-1]
    ended_on = last.valid_to if last.valid_to and last.valid_to < day else None
    moment = max(last.valid_from, ended_on or day)
    return Record(
        versions,
        places_on(db, versions, moment),
        ended_on,
        ancestors(db, last, moment),
        children_of(db, area.id, moment),
        predecessors_of(db, [area.id]).get(area.id, []),
        successors_of(db, [area.id]).get(area.id, []),
    )
