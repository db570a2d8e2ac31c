"""From facts and places to events: by how much figures change, in which area, on which day."""

from elearn.coverage.rules.facts import Events, Facts, Places
from elearn.coverage.rules.indicators import Indicator


def events_of(facts: Facts, places: Places, indicator: Indicator) -> Events:
    """Return how the figures of every area change by these facts on this map."""
    raise NotImplementedError


def difference(new: Events, old: Events) -> Events:
    """Return what is to be added to the old events to have the new ones."""
    raise NotImplementedError
