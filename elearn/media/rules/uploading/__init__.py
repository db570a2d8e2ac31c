"""What the protocol of uploads says, and how much room a person may ask for."""

from elearn.media.rules.uploading.headers import (
    ALGORITHMS,
    Checksum,
    read_checksum,
    read_metadata,
    read_number,
)
from elearn.media.rules.uploading.refusals import (
    BeingWritten,
    Expired,
    Misunderstood,
    NoRoom,
    TooMuch,
    UploadRefusal,
    WrongPlace,
    WrongSum,
)
from elearn.media.rules.uploading.room import GIGABYTE, Limits, Use, refuse_beyond
from elearn.media.rules.uploading.titles import title_of

__all__ = [
    "ALGORITHMS",
    "GIGABYTE",
    "BeingWritten",
    "Checksum",
    "Expired",
    "Limits",
    "Misunderstood",
    "NoRoom",
    "TooMuch",
    "UploadRefusal",
    "Use",
    "WrongPlace",
    "WrongSum",
    "read_checksum",
    "read_metadata",
    "read_number",
    "refuse_beyond",
    "title_of",
]
