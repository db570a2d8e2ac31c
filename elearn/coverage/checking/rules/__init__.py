"""Pure decisions about printed figures: what they come to, and by which slip they went wrong."""

from elearn.coverage.checking.rules.outcomes import Name, Outcome, Verdict
from elearn.coverage.checking.rules.report import CheckReport, as_json, as_table, reported
from elearn.coverage.checking.rules.samples import Sample, samples_of
from elearn.coverage.checking.rules.table import Fraction, Row, Table
from elearn.coverage.checking.rules.units import MEASURED, Kind, Unit

__all__ = [
    "MEASURED",
    "CheckReport",
    "Fraction",
    "Kind",
    "Name",
    "Outcome",
    "Row",
    "Sample",
    "Table",
    "Unit",
    "Verdict",
    "as_json",
    "as_table",
    "reported",
    "samples_of",
]
