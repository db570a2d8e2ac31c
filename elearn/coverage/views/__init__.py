"""Pages of coverage: the figures of an area, the table for Excel, and the persons behind a cell."""

from elearn.coverage.views import pages, persons
from elearn.coverage.views.door import bp

__all__ = ["bp", "pages", "persons"]
