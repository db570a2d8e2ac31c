"""Reads of coverage: what one may ask, reports, trends, and the persons behind a figure."""

from elearn.coverage.queries.asking import (
    SEEING,
    area_asked,
    check_day,
    indicator_by_key,
    may_see,
    paths_seen_by,
    scheme_by_key,
)
from elearn.coverage.queries.counting import Asked
from elearn.coverage.queries.persons import Counted, Done, PersonPage, Which, persons_of
from elearn.coverage.queries.reports import report_of
from elearn.coverage.queries.trends import trend_of

__all__ = [
    "SEEING",
    "Asked",
    "Counted",
    "Done",
    "PersonPage",
    "Which",
    "area_asked",
    "check_day",
    "indicator_by_key",
    "may_see",
    "paths_seen_by",
    "persons_of",
    "report_of",
    "scheme_by_key",
    "trend_of",
]
