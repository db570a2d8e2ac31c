"""What a draft holds, who may edit it, and whether what is sent follows what was seen."""

from elearn.catalogue.rules.draft.content import (
    LONGEST_BODY,
    LONGEST_LINE,
    MOST_LECTURES,
    Aims,
    DraftContent,
    LectureInDraft,
    Wording,
    content_from,
)
from elearn.catalogue.rules.draft.guard import Saved, follows
from elearn.catalogue.rules.draft.limits import too_much

__all__ = [
    "LONGEST_BODY",
    "LONGEST_LINE",
    "MOST_LECTURES",
    "Aims",
    "DraftContent",
    "LectureInDraft",
    "Saved",
    "Wording",
    "content_from",
    "follows",
    "too_much",
]
