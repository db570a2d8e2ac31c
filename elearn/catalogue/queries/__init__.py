"""Reads of the catalogue, each in a number of queries that does not grow with it."""

from elearn.catalogue.queries.codes import MadeKind, next_code
from elearn.catalogue.queries.lectures import (
    lecture_by_code,
    lectures,
    lectures_without_medium,
    slides_of,
)
from elearn.catalogue.queries.modules import module_by_code, module_version_of
from elearn.catalogue.queries.outlines import objectives_of, outline_of
from elearn.catalogue.queries.programmes import Offer, groups_of, programme_by_code, programmes
from elearn.catalogue.queries.published import published
from elearn.catalogue.queries.texts import (
    lecture_text_of,
    lecture_texts,
    module_text_of,
    module_texts,
    programme_texts,
)
from elearn.catalogue.queries.uses import lectures_in_use, modules_in_use

__all__ = [
    "MadeKind",
    "Offer",
    "groups_of",
    "lecture_by_code",
    "lecture_text_of",
    "lecture_texts",
    "lectures",
    "lectures_in_use",
    "lectures_without_medium",
    "module_by_code",
    "module_text_of",
    "module_texts",
    "module_version_of",
    "modules_in_use",
    "next_code",
    "objectives_of",
    "outline_of",
    "programme_by_code",
    "programme_texts",
    "programmes",
    "published",
    "slides_of",
]
