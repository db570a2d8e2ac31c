"""The pages of signals, and of the outages that explain some of them."""

from elearn.learning.signals.views import listing, one, outages
from elearn.learning.signals.views.door import bp

__all__ = ["bp", "listing", "one", "outages"]
