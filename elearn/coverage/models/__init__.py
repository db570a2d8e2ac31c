"""Tables of coverage: what is counted, on which maps, and the counts, which can be thrown away."""

from elearn.coverage.models.counts import (
    EPOCH,
    BuildState,
    CountedPerson,
    CoverageBuild,
    CoverageCursor,
    CoverageEvent,
    CoverageMap,
    MapKind,
    Span,
    UnitOnMap,
)
from elearn.coverage.models.definitions import IndicatorVersion, SchemeVersion

__all__ = [
    "EPOCH",
    "BuildState",
    "CountedPerson",
    "CoverageBuild",
    "CoverageCursor",
    "CoverageEvent",
    "CoverageMap",
    "IndicatorVersion",
    "MapKind",
    "SchemeVersion",
    "Span",
    "UnitOnMap",
]
