"""Pages of people: the list within one's scope, and one person's record."""

from elearn.people.views import listing, person
from elearn.people.views.door import bp

__all__ = ["bp", "listing", "person"]
