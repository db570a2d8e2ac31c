"""Checking printed figures: every one is counted or printed again and held against the print.

A *row* is a figure of a document: its value and unit and, where they are known, numerator and
denominator, with the sentence it stands in. It is *as printed*, or a *document error* that a rule
names, or *unexplained*. A *remark* is a difference that rows have among themselves.
"""

from elearn.coverage.checking.reader import MOST_ROWS, read
from elearn.coverage.checking.rules import CheckReport, as_json, as_table
from elearn.coverage.checking.service import check

__all__ = ["MOST_ROWS", "CheckReport", "as_json", "as_table", "check", "read"]
