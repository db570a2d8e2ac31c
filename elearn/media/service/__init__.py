"""Changes to media: files taken in, renewed, tried again; versions published or refused."""

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
from elearn.media.service.publishing import Made, publish
from elearn.media.service.queueing import TRANSCODE
from elearn.media.service.receiving import About, Upload, add, receive, renew
from elearn.media.service.trying import begin, fail, retry

__all__ = [
    "TRANSCODE",
    "HEAR",
    "About",
    "Made",
    "Upload",
    "Overtaken",
    "ReleaseTerms",
    "Seen",
    "add",
    "Words",
    "add_captions",
    "begin",
    "ask_machine",
    "fail",
    "publish",
    "hear_key",
    "receive",
    "refuse_strangers",
    "renew",
    "release",
    "release_first",
    "released_of",
    "remove_captions",
    "retry",
]
    "save_captions",
    "take_over",
