"""Tables of media: the thing to watch, its versions, their weights and captions."""

from elearn.media.models.captions import (
    CAPTION_ORDER,
    Caption,
    CaptionOrigin,
    CaptionRevision,
)
from elearn.media.models.chapters import Chapter
from elearn.media.models.media import STATE_NAMES, Medium, MediumVersion, VersionState, is_stuck
from elearn.media.models.parts import TranscodePart
from elearn.media.models.previews import Preview
from elearn.media.models.releases import Release, ReleaseChange
from elearn.media.models.renditions import Rendition
from elearn.media.models.slides import DeckState, Slide, SlideDeck, SlideSet
from elearn.media.models.storyboards import Storyboard
from elearn.media.models.uploads import (
    ENDED,
    HELD,
    WAITING,
    FileUpload,
    UploadPiece,
    UploadState,
)

__all__ = [
    "CAPTION_ORDER",
    "ENDED",
    "HELD",
    "STATE_NAMES",
    "WAITING",
    "Caption",
    "CaptionOrigin",
    "CaptionRevision",
    "Chapter",
    "DeckState",
    "FileUpload",
    "Medium",
    "MediumVersion",
    "Preview",
    "Release",
    "ReleaseChange",
    "Rendition",
    "Slide",
    "SlideDeck",
    "SlideSet",
    "Storyboard",
    "TranscodePart",
    "UploadPiece",
    "UploadState",
    "VersionState",
    "is_stuck",
]
