"""The people behind a figure, one by one: how each stands in an area on a day."""

from dataclasses import dataclass

import numpy as np

from elearn.coverage.rules.facts import Facts, Ints, Stays
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.measures import Measure
from elearn.coverage.rules.placing import Placed, Present, placed, present
from elearn.coverage.rules.sites import stays_chosen
from elearn.coverage.rules.spells import day_at, holds_on, in_order, overlaps, owner_at, spells
from elearn.coverage.rules.standing import Standing
from elearn.coverage.rules.states import states_of
from elearn.coverage.rules.turnover import changes

_OF_STATES = (Standing.TRAINED, Standing.UNDER_WAY, Standing.NEW_IN_POST)


@dataclass(frozen=True, slots=True)
class Spot:
    """An area on a day; turns and changes are counted from the first day on."""

    area_id: int
    first: int
    day: int


def standings(
    facts: Facts, units: Stays, indicator: Indicator, spot: Spot
) -> dict[int, Standing] | dict[int, int]:
    """Return how every person in post in the area stands on the day.

    Of turns and of people who came or left, return how many each person adds to the figure.
    """
    there, parts = _present(facts, units, spot)
    if indicator.measure is Measure.TURNOVER:
        counts, day = changes(facts.held, parts, there, indicator)
        return _numbers(owner_at(there.days.start[counts]), day[counts], spot)
    if indicator.measure in (Measure.PARTICIPATION, Measure.TURNS_PER_PERSON):
        turns = in_order(spells(*facts.turns))
        done = turns.start[overlaps(there.days, turns)[1]]
        return _numbers(owner_at(done), day_at(done), spot)
    return _states(facts, there, indicator, spot)


def _present(facts: Facts, units: Stays, spot: Spot) -> tuple[Present, Placed]:
    """Return when who was in post in the area, and what that was united from."""
    in_it = units.areas == spot.area_id
    level = int(np.argmax(in_it.any(axis=0)))
    parts = placed(facts.held, stays_chosen(units, np.asarray(in_it[:, level])))
    return present(parts, level), parts


def _states(facts: Facts, there: Present, indicator: Indicator, spot: Spot) -> dict[int, Standing]:
    held = owner_at(there.days.start[holds_on(there.days, spot.day)])
    found = dict.fromkeys(held.tolist(), Standing.NEVER)
    states = states_of(facts, indicator.new_within_days)
    for standing, days in zip(_OF_STATES, states, strict=True):
        such = np.intersect1d(held, owner_at(days.start[holds_on(days, spot.day)]))
        found |= dict.fromkeys(such.tolist(), standing)
    return found


def _numbers(person: Ints, day: Ints, spot: Spot) -> dict[int, int]:
    counts = (spot.first <= day) & (day <= spot.day)
    persons, numbers = np.unique(person[counts], return_counts=True)
    return dict(zip(persons.tolist(), numbers.tolist(), strict=True))
