"""A table of printed figures, read and checked cell by cell."""

from elearn.coverage.checking.reader.rows import MOST_ROWS, read

__all__ = ["MOST_ROWS", "read"]
