"""Changes to people: posts and units taken in, persons entered and joined, tenures kept."""

from elearn.people.service import listing
from elearn.people.service.persons import add_person, merge
from elearn.people.service.posts import load_posts
from elearn.people.service.tenures import Appointment, Ending, appoint, end_tenure
from elearn.people.service.units import NewUnit, add_unit

__all__ = [
    "Appointment",
    "Ending",
    "NewUnit",
    "add_person",
    "add_unit",
    "appoint",
    "end_tenure",
    "listing",
    "load_posts",
    "merge",
]
