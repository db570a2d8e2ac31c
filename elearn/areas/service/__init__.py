"""Changes to areas: the lists taken in once, whole; then one resolution after another."""

from elearn.areas.service.changing import (
    NewChange,
    apply,
    discard,
    draft_of,
    may_change,
    receive,
)
from elearn.areas.service.loading import Loaded, load
from elearn.areas.service.traits import TraitSource, load_traits

__all__ = [
    "Loaded",
    "NewChange",
    "TraitSource",
    "apply",
    "discard",
    "draft_of",
    "load",
    "load_traits",
    "may_change",
    "receive",
]
