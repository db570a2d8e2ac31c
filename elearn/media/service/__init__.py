"""Changes to media: files taken in, renewed, tried again; versions published or refused."""

from elearn.media.service.captioning import add_captions
from elearn.media.service.permission import refuse_strangers
from elearn.media.service.publishing import Made, publish
from elearn.media.service.queueing import TRANSCODE
from elearn.media.service.receiving import About, Upload, add, receive, renew
from elearn.media.service.trying import begin, fail, retry

__all__ = [
    "TRANSCODE",
    "About",
    "Made",
    "Upload",
    "add",
    "add_captions",
    "begin",
    "fail",
    "publish",
    "receive",
    "refuse_strangers",
    "renew",
    "retry",
]
