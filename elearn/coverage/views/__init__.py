"""Pages of coverage: the figures of an area, the persons behind a cell, and the targets."""

from elearn.coverage.views import pages, persons, targets, why
from elearn.coverage.views.door import bp

__all__ = ["bp", "pages", "persons", "targets", "why"]
