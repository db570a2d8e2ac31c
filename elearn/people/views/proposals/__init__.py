"""Pages of proposals: what waits, one of them, and saying who takes up or leaves a post."""

from elearn.people.views.proposals import beginning, ending, listing, one

__all__ = ["beginning", "ending", "listing", "one"]
