"""Tables of coverage: what is counted, on which maps, and the counts, which can be thrown away."""

from elearn.coverage.models.counts import (
    BuildState,
    CountedPerson,
    CountedUnit,
    CoverageBuild,
    CoverageCursor,
    CoverageEvent,
    CoverageMap,
    MapKind,
    UnitOnMap,
)
from elearn.coverage.models.definitions import IndicatorVersion, SchemeVersion

__all__ = [
    "BuildState",
    "CountedPerson",
    "CountedUnit",
    "CoverageBuild",
    "CoverageCursor",
    "CoverageEvent",
    "CoverageMap",
    "IndicatorVersion",
    "MapKind",
    "SchemeVersion",
    "UnitOnMap",
]
