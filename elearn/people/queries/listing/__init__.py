"""The list of people: narrowed, searched, in the order of given names, page after page."""

from elearn.people.queries.listing.asked import Filters, Held
from elearn.people.queries.listing.offices import Offices, offices
from elearn.people.queries.listing.pages import (
    COUNTED,
    PAGE,
    Listed,
    ListPage,
    Turn,
    is_listed,
    people_page,
)
from elearn.people.queries.listing.spots import Spot, spots_of
from elearn.people.queries.listing.words import spaced, words_of

__all__ = [
    "COUNTED",
    "PAGE",
    "Filters",
    "Held",
    "ListPage",
    "Listed",
    "Offices",
    "Spot",
    "Turn",
    "is_listed",
    "offices",
    "people_page",
    "spaced",
    "spots_of",
    "words_of",
]
