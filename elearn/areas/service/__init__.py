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

__all__ = ["Loaded", "NewChange", "apply", "discard", "draft_of", "load", "may_change", "receive"]
