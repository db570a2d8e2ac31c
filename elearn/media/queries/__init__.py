"""Reads of media, each in a bounded number of queries."""

from elearn.media.queries.captions import Desk, caption_desk, language_known
from elearn.media.queries.listing import (
    MEASURED_PERCENT,
    PAGE,
    Row,
    media_page,
    rows_of,
)
from elearn.media.queries.parts import (
    caption_in,
    caption_of,
    poster_of,
    rendition_of,
    renditions_of,
    storyboard_of,
)
from elearn.media.queries.playing import playable_of, playable_version, playables, transcript_of
from elearn.media.queries.single import medium_by_id, version_by_id, watchable_version

__all__ = [
    "MEASURED_PERCENT",
    "PAGE",
    "Desk",
    "Row",
    "caption_desk",
    "caption_in",
    "caption_of",
    "language_known",
    "media_page",
    "medium_by_id",
    "playable_of",
    "playable_version",
    "playables",
    "poster_of",
    "rendition_of",
    "renditions_of",
    "rows_of",
    "storyboard_of",
    "transcript_of",
    "version_by_id",
    "watchable_version",
]
