"""Targets and what has become of them."""

from elearn.coverage.rules.attainment.attainment import Attainment, concerns
from elearn.coverage.rules.attainment.exports import (
    targets_as_csv,
    targets_as_json,
    targets_as_table,
)
from elearn.coverage.rules.attainment.outcomes import (
    OUTCOME_NAMES,
    Outcome,
    Provinces,
    Reached,
    provinces_of,
)
from elearn.coverage.rules.attainment.report import Section, TargetReport
from elearn.coverage.rules.attainment.timing import Pace, Timing, pace_since, timing_of

__all__ = [
    "OUTCOME_NAMES",
    "Attainment",
    "Outcome",
    "Pace",
    "Provinces",
    "Reached",
    "Section",
    "TargetReport",
    "Timing",
    "concerns",
    "pace_since",
    "provinces_of",
    "targets_as_csv",
    "targets_as_json",
    "targets_as_table",
    "timing_of",
]
