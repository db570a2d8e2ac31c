"""Pages of privacy: one's own data, and the requests that wait for the centre."""

from elearn.home.privacy.views import asking, deciding, mine
from elearn.home.privacy.views.door import bp

__all__ = ["asking", "bp", "deciding", "mine"]
