"""Maps: the eras in which borders held, and where units and areas stand on each."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.orm import Session

from elearn.coverage.models import CoverageMap, MapKind
from elearn.coverage.rules.facts import Places
from elearn.coverage.rules.knowledge import NOW, Knowledge


def map_of(db: Session, kind: MapKind, day: date, known_at: datetime | None = None) -> CoverageMap:
    """Return the map figures are told by: as it was, or restated to the era of the day.

    Of what was known at an earlier moment, or before maps were made, it is a map without a key.
    """
    raise NotImplementedError


def places_of(
    db: Session,
    on: CoverageMap,
    knowledge: Knowledge = NOW,
    unit_ids: Collection[int] | None = None,
) -> Places:
    """Return where units and areas stand on a map, all of them, or these units."""
    raise NotImplementedError
