"""Reads of areas: as they were on a day, what became of them, and finding one by its name."""

from elearn.areas.queries.changing import change_by_id, changes, ground_of
from elearn.areas.queries.finding import Found, find
from elearn.areas.queries.lineage import Relative, predecessors_of, successors_of
from elearn.areas.queries.meaning import area_meant
from elearn.areas.queries.present import Present, heirs_of, present_of
from elearn.areas.queries.record import Now, Record, record_of
from elearn.areas.queries.traits import areas_with, trait_counts, traits_of, traits_on
from elearn.areas.queries.versions import (
    ancestors,
    area_by_code,
    area_by_id,
    below,
    children_of,
    counts_on,
    path_on,
    places_on,
    provinces_on,
    reach_of,
    root,
    version_on,
    versions_of,
    versions_on,
)

__all__ = [
    "Found",
    "Now",
    "Present",
    "Record",
    "Relative",
    "ancestors",
    "area_by_code",
    "area_by_id",
    "area_meant",
    "areas_with",
    "below",
    "change_by_id",
    "changes",
    "children_of",
    "counts_on",
    "find",
    "ground_of",
    "heirs_of",
    "path_on",
    "places_on",
    "predecessors_of",
    "present_of",
    "provinces_on",
    "reach_of",
    "record_of",
    "root",
    "successors_of",
    "trait_counts",
    "traits_of",
    "traits_on",
    "version_on",
    "versions_of",
    "versions_on",
]
