"""Pages of notices: one's own, one's address, and what somebody in one's scope was told."""

from elearn.notices.views import address, log, own
from elearn.notices.views.door import bp

__all__ = ["address", "bp", "log", "own"]
