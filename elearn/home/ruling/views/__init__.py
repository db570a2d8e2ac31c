"""Pages of the rules: what holds in words, drafts with their trials, and what the centre does."""

from elearn.home.ruling.views import acts, drafting
from elearn.home.ruling.views.pages import bp

__all__ = ["acts", "bp", "drafting"]
