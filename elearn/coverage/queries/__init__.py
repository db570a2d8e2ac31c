"""Reads of coverage: what one may ask, reports, trends, and the persons behind a figure."""

from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.asking import (
    SEEING,
    Sight,
    area_asked,
    check_borders,
    check_day,
    indicator_by_key,
    scheme_by_key,
    sight_of,
)
from elearn.coverage.queries.completeness import completeness_of, left_out_of
from elearn.coverage.queries.definitions import latest_indicators, schemes_known
from elearn.coverage.queries.extents import Extent
from elearn.coverage.queries.figures import figures_of
from elearn.coverage.queries.lacking import table_of
from elearn.coverage.queries.maps import map_of, places_of
from elearn.coverage.queries.names import Names, names_asked
from elearn.coverage.queries.persons import Counted, Done, PersonPage, persons_of
from elearn.coverage.queries.reports import asked_of, cell_of, place_of, report_of
from elearn.coverage.queries.trends import trend_of
from elearn.coverage.rules import Figure, Which

__all__ = [
    "SEEING",
    "Asked",
    "Counted",
    "Done",
    "Extent",
    "Figure",
    "Names",
    "PersonPage",
    "Sight",
    "Which",
    "area_asked",
    "asked_of",
    "cell_of",
    "check_borders",
    "check_day",
    "completeness_of",
    "figures_of",
    "indicator_by_key",
    "latest_indicators",
    "left_out_of",
    "map_of",
    "names_asked",
    "persons_of",
    "place_of",
    "places_of",
    "report_of",
    "scheme_by_key",
    "schemes_known",
    "sight_of",
    "table_of",
    "trend_of",
]
