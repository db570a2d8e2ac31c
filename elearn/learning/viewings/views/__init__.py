"""The pages of shared viewings: the list, the leader's screen, the roll, and one's own."""

from elearn.learning.viewings.views import entering, listing, own, reporting, roll, screen
from elearn.learning.viewings.views.door import bp

__all__ = ["bp", "entering", "listing", "own", "reporting", "roll", "screen"]
