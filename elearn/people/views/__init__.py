"""Pages of people: the list within one's scope, and one person's record."""

from elearn.people.views import (
    entering,
    joining,
    levels,
    listing,
    person,
    planned,
    tenures,
    unit_acts,
    units,
)
from elearn.people.views.door import bp

__all__ = [
    "bp",
    "entering",
    "joining",
    "levels",
    "listing",
    "person",
    "planned",
    "tenures",
    "unit_acts",
    "units",
]
