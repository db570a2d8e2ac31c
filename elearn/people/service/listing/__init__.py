"""Keeping the list of people in step with what it is made from; it can be made anew at any time."""

from elearn.people.service.listing.rebuilding import rebuild
from elearn.people.service.listing.refreshing import list_entered, refresh

__all__ = ["list_entered", "rebuild", "refresh"]
