"""Pages of people: the list within one's scope, and one person's record."""

from elearn.people.roster import views as roster
from elearn.people.views import (
    corrections,
    entering,
    headcounts,
    joining,
    levels,
    listing,
    person,
    planned,
    proposals,
    tenures,
    unit_acts,
    units,
)
from elearn.people.views.door import bp

__all__ = [
    "bp",
    "corrections",
    "entering",
    "headcounts",
    "joining",
    "levels",
    "listing",
    "person",
    "planned",
    "proposals",
    "roster",
    "tenures",
    "unit_acts",
    "units",
]
