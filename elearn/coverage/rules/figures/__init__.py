"""Figures of a report, how they are printed, and how they stand to their targets."""

from elearn.coverage.rules.figures.cell import Cell
from elearn.coverage.rules.figures.figure import Figure
from elearn.coverage.rules.figures.numbers import (
    decimal_text,
    percent_of,
    percent_text,
    quotient_of,
    thousands,
)
from elearn.coverage.rules.figures.state import STATE_NAMES, Holding, State

__all__ = [
    "STATE_NAMES",
    "Cell",
    "Figure",
    "Holding",
    "State",
    "decimal_text",
    "percent_of",
    "percent_text",
    "quotient_of",
    "thousands",
]
