"""Pages of what was learned elsewhere: entered, looked at, confirmed by a second person."""

from elearn.learning.views.records import drawing, ending, entering, listing, one

__all__ = ["drawing", "ending", "entering", "listing", "one"]
