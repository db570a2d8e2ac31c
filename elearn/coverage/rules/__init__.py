"""Pure decisions about coverage: what a scheme counts, how a figure is told, what a report is."""

from elearn.coverage.rules.atlas import LEGEND, map_class
from elearn.coverage.rules.completeness import Completeness, LeftOut, Part, Reporting
from elearn.coverage.rules.declared import Total
from elearn.coverage.rules.exports import as_csv, as_json, as_table
from elearn.coverage.rules.figures import (
    STATE_NAMES,
    Cell,
    Holding,
    State,
    percent_of,
    percent_text,
    thousands,
)
from elearn.coverage.rules.indicators import Content, Exclusion, Indicator
from elearn.coverage.rules.matrix import Matrix, matrix_of
from elearn.coverage.rules.measures import (
    ADDITIVE,
    COMPARATOR_NAMES,
    FORM_NOTES,
    MEASURE_NOTES,
    ORGANISER_NAMES,
    SHARES,
    UNIT_NAMES,
    Comparator,
    CountingWindow,
    Direction,
    Measure,
)
from elearn.coverage.rules.report import CoverageReport, Place, Row
from elearn.coverage.rules.schemes import Scheme, counted
from elearn.coverage.rules.targets import Ground, Target
from elearn.coverage.rules.trend import Chart, Point, chart_of

__all__ = [
    "ADDITIVE",
    "COMPARATOR_NAMES",
    "FORM_NOTES",
    "LEGEND",
    "MEASURE_NOTES",
    "ORGANISER_NAMES",
    "SHARES",
    "STATE_NAMES",
    "UNIT_NAMES",
    "Cell",
    "Chart",
    "Comparator",
    "Completeness",
    "Content",
    "CountingWindow",
    "CoverageReport",
    "Direction",
    "Exclusion",
    "Ground",
    "Holding",
    "Indicator",
    "LeftOut",
    "Matrix",
    "Measure",
    "Part",
    "Place",
    "Point",
    "Reporting",
    "Row",
    "Scheme",
    "State",
    "Target",
    "Total",
    "as_csv",
    "as_json",
    "as_table",
    "chart_of",
    "counted",
    "map_class",
    "matrix_of",
    "percent_of",
    "percent_text",
    "thousands",
]
