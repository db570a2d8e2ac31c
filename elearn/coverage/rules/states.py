"""What each day of a person in post is: trained, under way, new in post, or none of them."""

from typing import NamedTuple

import numpy as np

from elearn.coverage.rules.facts import Facts, Held
from elearn.coverage.rules.spells import Spells, first_days, spells, united, without


class States(NamedTuple):
    """Days of persons, united; no day of a person is in two of them."""

    reached: Spells
    under_way: Spells
    new_in_post: Spells


def states_of(facts: Facts, new_within_days: int) -> States:
    """Return the states of persons: whoever has reached it is no longer under way, nor new."""
    reached = united(spells(*facts.reached))
    under_way = without(united(spells(*facts.under_way)), reached).days
    fresh = first_days(united(held_anywhere(facts.held)), new_within_days)
    taken = united(Spells(*map(np.concatenate, zip(reached, under_way, strict=True))))
    return States(reached, under_way, without(fresh, taken).days)


def held_anywhere(held: Held) -> Spells:
    """Return the days on which persons hold the group, wherever."""
    return spells(held.person, held.first, held.last)
