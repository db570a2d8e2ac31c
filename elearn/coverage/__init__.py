"""Coverage: how many of those in post have been trained, by group, level, area and day.

A *scheme* (đề án) sets *targets*: a share of a *target group*, at a level, by a year. An
*indicator* is one figure it is judged by: a *measure* of the group, and what *content* a completion
must have. A *figure* is persons trained over persons in post: who on the *as-of day* holds a post
of the group in a unit that stood that day in the area as it was; and who of them completed a
fitting programme since the scheme began. A *cell* is a figure beside its target; a *report* is the
cells of an area and of what lies in it. Nothing is stored: it is counted anew from dated facts.
"""

from elearn.coverage.models import (
    CountedPerson,
    CoverageBuild,
    CoverageCursor,
    CoverageEvent,
    CoverageMap,
    IndicatorVersion,
    MapKind,
    SchemeVersion,
    UnitOnMap,
)
from elearn.coverage.queries import (
    SEEING,
    Asked,
    Counted,
    PersonPage,
    Sight,
    Which,
    area_asked,
    check_day,
    indicator_by_key,
    persons_of,
    report_of,
    scheme_by_key,
    sight_of,
    trend_of,
)
from elearn.coverage.reader import TARGETS, schemes
from elearn.coverage.rules import (
    Cell,
    Comparator,
    Content,
    CountingWindow,
    CoverageReport,
    Direction,
    Exclusion,
    Ground,
    Indicator,
    Measure,
    Scheme,
    State,
    Target,
    as_csv,
    as_json,
    as_table,
)

__all__ = [
    "SEEING",
    "TARGETS",
    "Asked",
    "Cell",
    "Comparator",
    "Content",
    "Counted",
    "CountedPerson",
    "CountingWindow",
    "CoverageBuild",
    "CoverageCursor",
    "CoverageEvent",
    "CoverageMap",
    "CoverageReport",
    "Direction",
    "Exclusion",
    "Ground",
    "Indicator",
    "IndicatorVersion",
    "MapKind",
    "Measure",
    "PersonPage",
    "Scheme",
    "SchemeVersion",
    "Sight",
    "State",
    "Target",
    "UnitOnMap",
    "Which",
    "area_asked",
    "as_csv",
    "as_json",
    "as_table",
    "check_day",
    "indicator_by_key",
    "persons_of",
    "report_of",
    "scheme_by_key",
    "schemes",
    "sight_of",
    "trend_of",
]
