"""From facts and places to events: by how much figures change, in which area, on which day."""

from collections.abc import Callable

from elearn.coverage.rules.facts import Dated, Events, Facts, Places, Stays
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.measures import CountingWindow, Measure
from elearn.coverage.rules.placing import LEVELS, Placed, Present, met, placed, present
from elearn.coverage.rules.spells import common, day_at, in_order, overlaps, spells
from elearn.coverage.rules.states import states_of
from elearn.coverage.rules.tallies import Tally, added
from elearn.coverage.rules.turnover import changes
from elearn.db.days import UNKNOWN, day_number

Counter = Callable[[Tally, Present], None]


def events_of(facts: Facts, places: Places, indicator: Indicator) -> Events:
    """Return how the figures of every area change by these facts on this map."""
    tally = Tally()
    if indicator.measure is Measure.CLASS:
        _count_classes(tally, facts.classes, places.areas)
    else:
        _count_persons(tally, facts, places.units, indicator)
    return tally.events()


def difference(new: Events, old: Events) -> Events:
    """Return what is to be added to the old events to have the new ones."""
    return added([(new, 1), (old, -1)])


def _count_persons(tally: Tally, facts: Facts, units: Stays, indicator: Indicator) -> None:
    parts = placed(facts.held, units)
    count = _counter(facts, parts, indicator)
    for level in LEVELS:
        there = present(parts, level)
        tally.count_days("in_post", there.area, there.days)
        count(tally, there)
        if units.estimated[:, level].any():
            exact = present(parts, level, only_exact=True)
            tally.count_days("estimated", there.area, there.days)
            tally.discount_days("estimated", exact.area, exact.days)


def _counter(facts: Facts, parts: Placed, indicator: Indicator) -> Counter:
    """Return what counts, of those in post in the areas of a level, what the indicator asks."""
    if indicator.measure is Measure.TURNOVER:
        return _turnover(facts, parts, indicator)
    if indicator.measure in (Measure.PARTICIPATION, Measure.TURNS_PER_PERSON):
        return _turns(facts)
    return _states(facts, indicator)


def _states(facts: Facts, indicator: Indicator) -> Counter:
    states = states_of(facts, indicator.new_within_days)

    def count(tally: Tally, there: Present) -> None:
        for figure, days in zip(states._fields, states, strict=True):
            shared = common(there.days, days)
            tally.count_days(figure, there.area[shared.of], shared.days)

    return count


def _turns(facts: Facts) -> Counter:
    turns = in_order(spells(*facts.turns))

    def count(tally: Tally, there: Present) -> None:
        where, turn = overlaps(there.days, turns)
        tally.count("reached", there.area[where], day_at(turns.start[turn]))

    return count


def _turnover(facts: Facts, parts: Placed, indicator: Indicator) -> Counter:
    is_ever = indicator.window is CountingWindow.EVER
    since = UNKNOWN if is_ever else day_number(indicator.first_day)

    def count(tally: Tally, there: Present) -> None:
        counts, day = changes(facts.held, parts, there, indicator)
        counts &= day >= since
        tally.count("reached", there.area[counts], day[counts])

    return count


def _count_classes(tally: Tally, classes: Dated, areas: Stays) -> None:
    which, lain = met(*classes, areas)
    for level in LEVELS:
        area = areas.areas[lain, level]
        lies = area >= 0
        tally.count("reached", area[lies], classes.first[which][lies])
