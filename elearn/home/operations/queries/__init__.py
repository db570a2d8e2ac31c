"""Jobs and workers as they stand."""

from elearn.home.operations.queries.listing import (
    GROUPS,
    PAGE,
    Line,
    job_by_id,
    lines_of,
    page_of,
)
from elearn.home.operations.queries.overview import overview, weights

__all__ = [
    "GROUPS",
    "PAGE",
    "Line",
    "job_by_id",
    "lines_of",
    "overview",
    "page_of",
    "weights",
]
