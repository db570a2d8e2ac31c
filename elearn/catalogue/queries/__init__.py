"""Reads of the catalogue, each in a number of queries that does not grow with it."""

from elearn.catalogue.queries.lectures import (
    lecture_by_code,
    lectures,
    lectures_without_medium,
    slides_of,
)
from elearn.catalogue.queries.outlines import objectives_of, outline_of
from elearn.catalogue.queries.programmes import Offer, groups_of, programme_by_code, programmes

__all__ = [
    "Offer",
    "groups_of",
    "lecture_by_code",
    "lectures",
    "lectures_without_medium",
    "objectives_of",
    "outline_of",
    "programme_by_code",
    "programmes",
    "slides_of",
]
