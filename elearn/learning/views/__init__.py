"""The lecture page with its player, the players' door, what is missing, and new films."""

from elearn.learning.views import lecture, missing, releasing, transcript, watching
from elearn.learning.views.door import bp

__all__ = ["bp", "lecture", "missing", "releasing", "transcript", "watching"]
