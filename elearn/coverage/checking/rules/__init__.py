"""Pure decisions about printed figures: what they come to, and by which slip they went wrong."""

from elearn.coverage.checking.rules.numbers import written
from elearn.coverage.checking.rules.outcomes import (
    VERDICT_NAMES,
    Name,
    Outcome,
    Remark,
    Verdict,
    Way,
)
from elearn.coverage.checking.rules.report import CheckReport, as_json, as_table, reported
from elearn.coverage.checking.rules.samples import Sample, samples_of
from elearn.coverage.checking.rules.table import Fraction, Row, Table
from elearn.coverage.checking.rules.units import MEASURED, Bound, Kind, Unit

__all__ = [
    "MEASURED",
    "VERDICT_NAMES",
    "Bound",
    "CheckReport",
    "Fraction",
    "Kind",
    "Name",
    "Outcome",
    "Remark",
    "Row",
    "Sample",
    "Table",
    "Unit",
    "Verdict",
    "Way",
    "as_json",
    "as_table",
    "reported",
    "samples_of",
    "written",
]
