"""Pages on which the centre takes in a change of areas; an inspector may read them."""

from elearn.home.changes.views.pages import bp

__all__ = ["bp"]
