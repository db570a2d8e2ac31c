"""Tables of media: the thing to watch, its versions, their weights and captions."""

from elearn.media.models.captions import Caption
from elearn.media.models.media import STATE_NAMES, Medium, MediumVersion, VersionState, is_stuck
from elearn.media.models.releases import Release, ReleaseChange
from elearn.media.models.renditions import Rendition
from elearn.media.models.slides import DeckState, Slide, SlideDeck, SlideOrigin, SlideSet
from elearn.media.models.uploads import ENDED, HELD, FileUpload, UploadPiece, UploadState

__all__ = [
    "ENDED",
    "HELD",
    "STATE_NAMES",
    "Caption",
    "DeckState",
    "FileUpload",
    "Medium",
    "MediumVersion",
    "Release",
    "ReleaseChange",
    "Rendition",
    "Slide",
    "SlideDeck",
    "SlideOrigin",
    "SlideSet",
    "UploadPiece",
    "UploadState",
    "VersionState",
    "is_stuck",
]
