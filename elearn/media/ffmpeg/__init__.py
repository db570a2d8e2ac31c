"""The only ffmpeg: what a file holds, how long it plays, and its renditions; plain values only."""

from elearn.media.ffmpeg.encoded import Encoded
from elearn.media.ffmpeg.frames import Frames
from elearn.media.ffmpeg.inside import Chapter
from elearn.media.ffmpeg.join import join
from elearn.media.ffmpeg.ladder import rungs
from elearn.media.ffmpeg.loudness import Loudness
from elearn.media.ffmpeg.measure import Measure, Progress, measure, unwatched
from elearn.media.ffmpeg.plan import PART_SECONDS
from elearn.media.ffmpeg.probe import Picture, Probe, Sound, probe
from elearn.media.ffmpeg.refusals import Unusable
from elearn.media.ffmpeg.shelf import Shelf
from elearn.media.ffmpeg.still import grayed, grayed_picture, redrawn, still
from elearn.media.ffmpeg.transcode import Product, transcode
from elearn.media.ffmpeg.words import words

__all__ = [
    "PART_SECONDS",
    "Chapter",
    "Encoded",
    "Frames",
    "Loudness",
    "Measure",
    "Picture",
    "Probe",
    "Product",
    "Progress",
    "Shelf",
    "Sound",
    "Unusable",
    "grayed",
    "grayed_picture",
    "join",
    "measure",
    "probe",
    "redrawn",
    "rungs",
    "still",
    "transcode",
    "unwatched",
    "words",
]
