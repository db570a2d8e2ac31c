"""Reads of coverage: what one may ask, reports, trends, and the persons behind a figure."""

from elearn.coverage.queries.asking import (
    SEEING,
    Sight,
    area_asked,
    check_day,
    indicator_by_key,
    scheme_by_key,
    sight_of,
)
from elearn.coverage.queries.counting import Asked
from elearn.coverage.queries.persons import Counted, Done, PersonPage, Which, persons_of
from elearn.coverage.queries.reports import cell_of, place_of, report_of
from elearn.coverage.queries.trends import trend_of

__all__ = [
    "SEEING",
    "Asked",
    "Counted",
    "Done",
    "PersonPage",
    "Sight",
    "Which",
    "area_asked",
    "cell_of",
    "check_day",
    "indicator_by_key",
    "persons_of",
    "place_of",
    "report_of",
    "scheme_by_key",
    "sight_of",
    "trend_of",
]
