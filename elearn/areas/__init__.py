"""Areas: the administrative units of Viet Nam through time.

An *area* lasts; an *area version* says how it was called, coded and placed during some days; the
*lineage* says into which area one passed when it ended, *whole* or *split*. The root is the
country, and the `path` of a version lists the areas from the root down to it, so that "/1/45/"
covers all that begins so. The official code is an attribute: codes are reused, and never a key.
"""

from elearn.areas.models import (
    Area,
    AreaChange,
    AreaLineage,
    AreaResolution,
    AreaTrait,
    AreaVersion,
    Passage,
)
from elearn.areas.queries import (
    Found,
    Present,
    Relative,
    ancestors,
    area_by_code,
    area_by_id,
    area_meant,
    below,
    children_of,
    counts_on,
    find,
    heirs_of,
    path_on,
    places_on,
    predecessors_of,
    present_of,
    reach_of,
    root,
    successors_of,
    version_on,
    versions_of,
    versions_on,
)
from elearn.areas.reader import DATA, lists
from elearn.areas.rules import (
    KIND_NAMES,
    LEVEL_NAMES,
    TRAIT_NAMES,
    Kind,
    Level,
    Trait,
    caveat_for,
    in_a_sentence,
    spelling,
)
from elearn.areas.service import Loaded, load

__all__ = [
    "DATA",
    "KIND_NAMES",
    "LEVEL_NAMES",
    "TRAIT_NAMES",
    "Area",
    "AreaChange",
    "AreaLineage",
    "AreaResolution",
    "AreaTrait",
    "AreaVersion",
    "Found",
    "Kind",
    "Level",
    "Loaded",
    "Passage",
    "Present",
    "Relative",
    "Trait",
    "ancestors",
    "area_by_code",
    "area_by_id",
    "area_meant",
    "below",
    "caveat_for",
    "children_of",
    "counts_on",
    "find",
    "heirs_of",
    "in_a_sentence",
    "lists",
    "load",
    "path_on",
    "places_on",
    "predecessors_of",
    "present_of",
    "reach_of",
    "root",
    "spelling",
    "successors_of",
    "version_on",
    "versions_of",
    "versions_on",
]
