"""A change of areas as an office writes it, and what it does to the areas that stand."""

from elearn.areas.rules.changing.columns import COLUMNS, MANNER_NAMES, Manner, Place
from elearn.areas.rules.changing.draft import draft
from elearn.areas.rules.changing.drafted import Altered, Begun, Draft, Ref
from elearn.areas.rules.changing.ground import Ground, Standing
from elearn.areas.rules.changing.lines import Line, Problem, lines_of

__all__ = [
    "COLUMNS",
    "MANNER_NAMES",
    "Altered",
    "Begun",
    "Draft",
    "Ground",
    "Line",
    "Manner",
    "Place",
    "Problem",
    "Ref",
    "Standing",
    "draft",
    "lines_of",
]
