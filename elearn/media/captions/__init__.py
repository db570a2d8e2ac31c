"""Captions: what is said and when, cut into lines a phone can show; WebVTT and SRT in and out.

A *cue* is a line or two shown from one moment to another. A *flaw* is what is wrong with a cue, by
the line of its file. `read` takes a file of any encoding; `tidied` puts right what needs no person.
"""

from elearn.media.captions.cue import LINE, LINES, Cue
from elearn.media.captions.flaws import NO_CAPTIONS, Flaw, Flawed, are_mendable, grave
from elearn.media.captions.mending import tidied
from elearn.media.captions.reading import (
    MOST_BYTES,
    Read,
    examined,
    legible,
    plain_webvtt,
    read,
)
from elearn.media.captions.speech import cues_of, sentences
from elearn.media.captions.writing import MEDIA_TYPE, MEDIA_TYPES, clock, srt_of, webvtt_of

__all__ = [
    "LINE",
    "LINES",
    "MEDIA_TYPE",
    "MEDIA_TYPES",
    "MOST_BYTES",
    "NO_CAPTIONS",
    "Cue",
    "Flaw",
    "Flawed",
    "Read",
    "are_mendable",
    "clock",
    "cues_of",
    "examined",
    "grave",
    "legible",
    "plain_webvtt",
    "read",
    "sentences",
    "srt_of",
    "tidied",
    "webvtt_of",
]
