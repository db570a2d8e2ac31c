"""Pure decisions about areas: their words, their spelling, and who goes on across a reform."""

from elearn.areas.rules.caveat import caveat_for
from elearn.areas.rules.plan import (
    ROOT,
    Lists,
    Paper,
    Plan,
    State,
    Step,
    Unit,
    plan,
    states_by_day,
)
from elearn.areas.rules.spelling import Sought, sought, spelling
from elearn.areas.rules.traits import EXCLUSIVE, TRAIT_NAMES, Trait
from elearn.areas.rules.words import (
    KIND_NAMES,
    LEVEL_NAMES,
    Kind,
    Level,
    full_name,
    in_a_sentence,
    short_name,
)

__all__ = [
    "EXCLUSIVE",
    "KIND_NAMES",
    "LEVEL_NAMES",
    "ROOT",
    "TRAIT_NAMES",
    "Kind",
    "Level",
    "Lists",
    "Paper",
    "Plan",
    "Sought",
    "State",
    "Step",
    "Trait",
    "Unit",
    "caveat_for",
    "full_name",
    "in_a_sentence",
    "plan",
    "short_name",
    "sought",
    "spelling",
    "states_by_day",
]
