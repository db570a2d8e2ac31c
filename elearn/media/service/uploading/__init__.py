"""Uploads: begun, written piece by piece by one request at a time, ended, cleared away."""

from elearn.media.service.uploading.beginning import Asked, begin_upload
from elearn.media.service.uploading.clearing import expire, forget_pieces, forget_uploads
from elearn.media.service.uploading.ending import (
    refuse_upload,
    remove_upload,
    rename_upload,
    retry_upload,
    take_upload,
)
from elearn.media.service.uploading.queueing import RECEIVE
from elearn.media.service.uploading.writing import (
    LEASE,
    Arrived,
    Claim,
    Pen,
    keep_pen,
    lay_down_pen,
    note_arrived,
    take_pen,
)

__all__ = [
    "LEASE",
    "RECEIVE",
    "Arrived",
    "Asked",
    "Claim",
    "Pen",
    "begin_upload",
    "expire",
    "forget_pieces",
    "forget_uploads",
    "keep_pen",
    "lay_down_pen",
    "note_arrived",
    "refuse_upload",
    "remove_upload",
    "rename_upload",
    "retry_upload",
    "take_pen",
    "take_upload",
]
