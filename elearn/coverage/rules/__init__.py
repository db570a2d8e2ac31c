"""Pure decisions about coverage: what a scheme counts, how a figure is told, what a report is."""

from elearn.coverage.rules.atlas import LEGEND, map_class
from elearn.coverage.rules.borders import BORDERS_NAMES, Borders, Geography, geography_of
from elearn.coverage.rules.completeness import Completeness, LeftOut, Part, Reporting
from elearn.coverage.rules.counting import Counting
from elearn.coverage.rules.declared import Total
from elearn.coverage.rules.exports import as_csv, as_json, as_table
from elearn.coverage.rules.figures import (
    STATE_NAMES,
    Cell,
    Figure,
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
from elearn.coverage.rules.report import ESTIMATE, CoverageReport, Place, Row, basis_of, number_told
from elearn.coverage.rules.schemes import Scheme
from elearn.coverage.rules.standing import (
    ANNUAL_NAMES,
    CERTIFIED_NAMES,
    STANDING_NAMES,
    Standing,
    Which,
)
from elearn.coverage.rules.targets import Ground, Target, ground_on
from elearn.coverage.rules.trend import Chart, Point, chart_of

__all__ = [
    "ADDITIVE",
    "ANNUAL_NAMES",
    "BORDERS_NAMES",
    "CERTIFIED_NAMES",
    "COMPARATOR_NAMES",
    "ESTIMATE",
    "FORM_NOTES",
    "LEGEND",
    "MEASURE_NOTES",
    "ORGANISER_NAMES",
    "SHARES",
    "STANDING_NAMES",
    "STATE_NAMES",
    "UNIT_NAMES",
    "Borders",
    "Cell",
    "Chart",
    "Comparator",
    "Completeness",
    "Content",
    "Counting",
    "CountingWindow",
    "CoverageReport",
    "Direction",
    "Exclusion",
    "Figure",
    "Geography",
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
    "Standing",
    "State",
    "Target",
    "Total",
    "Which",
    "as_csv",
    "as_json",
    "as_table",
    "basis_of",
    "chart_of",
    "geography_of",
    "ground_on",
    "map_class",
    "matrix_of",
    "number_told",
    "percent_of",
    "percent_text",
    "thousands",
]
