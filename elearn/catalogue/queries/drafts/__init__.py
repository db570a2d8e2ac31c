"""Drafts of modules: who may see them, the one at a desk, the list, and what to choose from."""

from elearn.catalogue.queries.drafts.choices import (
    FilmChoice,
    film_choices,
    group_choices,
    lectures_named,
    uses_of,
)
from elearn.catalogue.queries.drafts.desk import Desk, content_at, desk_at
from elearn.catalogue.queries.drafts.listing import Entry, entries
from elearn.catalogue.queries.drafts.showing import ShownLecture, lectures_by_code, shown_lectures
from elearn.catalogue.queries.drafts.sight import may_edit, visible_to

__all__ = [
    "Desk",
    "Entry",
    "FilmChoice",
    "ShownLecture",
    "content_at",
    "desk_at",
    "entries",
    "film_choices",
    "group_choices",
    "lectures_by_code",
    "lectures_named",
    "may_edit",
    "shown_lectures",
    "uses_of",
    "visible_to",
]
