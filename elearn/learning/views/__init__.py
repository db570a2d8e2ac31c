"""The lecture page with its player, and the door through which players report."""

from elearn.learning.views import lecture, watching
from elearn.learning.views.door import bp

__all__ = ["bp", "lecture", "watching"]
