"""Changes to media: files taken in, renewed, tried again; versions published or refused."""

from elearn.media.service.broken import fail_left, versions_left
from elearn.media.service.captioning import (
    HEAR,
    Overtaken,
    Seen,
    Words,
    add_captions,
    ask_machine,
    hear_key,
    remove_captions,
    save_captions,
    take_over,
)
from elearn.media.service.permission import refuse_strangers
from elearn.media.service.previewing import Invitation, make_preview, note_opened, take_back
from elearn.media.service.publishing import Made, publish
from elearn.media.service.queueing import TRANSCODE
from elearn.media.service.receiving import About, Upload, add, receive, renew
from elearn.media.service.releasing import ReleaseTerms, release, release_first, released_of
from elearn.media.service.shelving import StoreShelf, clear_parts, forget_parts
from elearn.media.service.slides import Correction, correct_slides, publish_slides, restore_slides
from elearn.media.service.trying import begin, fail, retry

__all__ = [
    "HEAR",
    "TRANSCODE",
    "About",
    "Correction",
    "Invitation",
    "Made",
    "Overtaken",
    "ReleaseTerms",
    "Seen",
    "StoreShelf",
    "Upload",
    "Words",
    "add",
    "add_captions",
    "ask_machine",
    "begin",
    "clear_parts",
    "correct_slides",
    "fail",
    "fail_left",
    "forget_parts",
    "hear_key",
    "make_preview",
    "note_opened",
    "publish",
    "publish_slides",
    "receive",
    "refuse_strangers",
    "release",
    "release_first",
    "released_of",
    "remove_captions",
    "renew",
    "restore_slides",
    "retry",
    "save_captions",
    "take_back",
    "take_over",
    "versions_left",
]
