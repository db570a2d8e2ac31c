"""Tables of areas: what lasts and how it was, what became of it, on which paper, and its traits."""

from elearn.areas.models.area import Area, AreaLineage, AreaVersion, Passage
from elearn.areas.models.resolution import AreaChange, AreaResolution
from elearn.areas.models.trait import AreaTrait

__all__ = [
    "Area",
    "AreaChange",
    "AreaLineage",
    "AreaResolution",
    "AreaTrait",
    "AreaVersion",
    "Passage",
]
