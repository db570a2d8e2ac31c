"""Reads of media, each in a bounded number of queries."""

from elearn.media.queries.captions import (
    Desk,
    caption_desk,
    captions_standing,
    language_known,
)
from elearn.media.queries.carrying import Part, carried_beside, parts_of
from elearn.media.queries.chapters import chapters_of
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
from elearn.media.queries.previews import open_preview, preview_by_id, previews_of
from elearn.media.queries.shelves import SHELF_NAMES, Shelf
from elearn.media.queries.single import medium_by_id, version_by_id, watchable_version
from elearn.media.queries.slides import (
    deck_by_id,
    editions_of,
    last_deck_of,
    slide_set_by_number,
    slide_set_of,
    slides_shown,
    slides_weights,
)

__all__ = [
    "MEASURED_PERCENT",
    "PAGE",
    "SHELF_NAMES",
    "Desk",
    "Part",
    "Row",
    "Shelf",
    "caption_desk",
    "caption_in",
    "caption_of",
    "captions_standing",
    "carried_beside",
    "chapters_of",
    "deck_by_id",
    "editions_of",
    "language_known",
    "last_deck_of",
    "media_page",
    "medium_by_id",
    "open_preview",
    "parts_of",
    "playable_of",
    "playable_version",
    "playables",
    "poster_of",
    "preview_by_id",
    "previews_of",
    "rendition_of",
    "renditions_of",
    "rows_of",
    "slide_set_by_number",
    "slide_set_of",
    "slides_shown",
    "slides_weights",
    "storyboard_of",
    "transcript_of",
    "version_by_id",
    "watchable_version",
]
