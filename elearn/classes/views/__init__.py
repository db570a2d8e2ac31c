"""The administrator's desk of classes, and the learner's own."""

from elearn.classes.views import closing, hers, listing, one, opening, roster
from elearn.classes.views.door import bp

__all__ = ["bp", "closing", "hers", "listing", "one", "opening", "roster"]
