"""Changes to people: posts taken in, persons entered and joined, tenures begun and ended."""

from elearn.people.service.persons import add_person, merge
from elearn.people.service.posts import load_posts
from elearn.people.service.tenures import Appointment, Ending, appoint, end_tenure

__all__ = ["Appointment", "Ending", "add_person", "appoint", "end_tenure", "load_posts", "merge"]
