"""Coverage: how many of those in post have been trained, by group, level, area and day.

A *scheme* (đề án) sets *targets*: a share of a *target group*, at a level, by a year. An
*indicator* is one figure it is judged by: a *measure* of the group, and what *content* a completion
must have. A *figure* is persons trained over persons in post: who on the *as-of day* holds a post
of the group in a unit that stood that day in the area as it was; and who of them completed a
fitting programme since the scheme began. A *cell* is a figure beside its target; a *report* is the
cells of an area and of what lies in it. A *map* tells by whose borders: as they were on each day,
or those of one *era*. Figures are sums of *events*; what one count of an indicator on a map wrote
is a *build*. All of it follows from dated facts, is kept in step with them, and can be thrown away.
"""

from elearn.coverage import personal
from elearn.coverage.jobs import count_due, rebuild
from elearn.coverage.models import (
    CountedPerson,
    CoverageBuild,
    CoverageEvent,
    CoverageMap,
    IndicatorVersion,
    MapKind,
    SchemeVersion,
    UnitOnMap,
)
from elearn.coverage.queries import (
    Asked,
    Counted,
    Extent,
    Figure,
    Names,
    Which,
    area_asked,
    asked_of,
    check_day,
    completeness_of,
    figures_of,
    indicator_by_key,
    left_out_of,
    map_of,
    persons_of,
    places_of,
    report_of,
    scheme_by_key,
    schemes_known,
    sight_of,
)
from elearn.coverage.reader import schemes
from elearn.coverage.rules import (
    Borders,
    Comparator,
    Content,
    CountingWindow,
    Exclusion,
    Geography,
    Ground,
    Indicator,
    Measure,
    Scheme,
    Standing,
    State,
    Target,
    as_csv,
    as_json,
)
from elearn.coverage.service import Loaded, define, load_definitions

__all__ = [
    "Asked",
    "Borders",
    "Comparator",
    "Content",
    "Counted",
    "CountedPerson",
    "CountingWindow",
    "CoverageBuild",
    "CoverageEvent",
    "CoverageMap",
    "Exclusion",
    "Extent",
    "Figure",
    "Geography",
    "Ground",
    "Indicator",
    "IndicatorVersion",
    "Loaded",
    "MapKind",
    "Measure",
    "Names",
    "Scheme",
    "SchemeVersion",
    "Standing",
    "State",
    "Target",
    "UnitOnMap",
    "Which",
    "area_asked",
    "as_csv",
    "as_json",
    "asked_of",
    "check_day",
    "completeness_of",
    "count_due",
    "define",
    "figures_of",
    "indicator_by_key",
    "left_out_of",
    "load_definitions",
    "map_of",
    "personal",
    "persons_of",
    "places_of",
    "rebuild",
    "report_of",
    "scheme_by_key",
    "schemes",
    "schemes_known",
    "sight_of",
]
