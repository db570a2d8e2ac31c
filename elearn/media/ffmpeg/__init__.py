"""The only ffmpeg: what a file holds, how long it plays, and its renditions; plain values only."""

from elearn.media.ffmpeg.join import join
from elearn.media.ffmpeg.ladder import Rung, rungs
from elearn.media.ffmpeg.measure import Measure, Progress, measure
from elearn.media.ffmpeg.poster import poster
from elearn.media.ffmpeg.probe import Picture, Probe, Sound, probe
from elearn.media.ffmpeg.refusals import Unusable
from elearn.media.ffmpeg.transcode import AUDIO, Encoded, transcode

__all__ = [
    "AUDIO",
    "Encoded",
    "Measure",
    "Picture",
    "Probe",
    "Progress",
    "Rung",
    "Sound",
    "Unusable",
    "join",
    "measure",
    "poster",
    "probe",
    "rungs",
    "transcode",
]
