"""The lecture page with its player, the players' door, and what is still missing."""

from elearn.learning.views import lecture, missing, watching
from elearn.learning.views.door import bp

__all__ = ["bp", "lecture", "missing", "watching"]
