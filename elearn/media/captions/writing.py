"""Cues as files: WebVTT, which is kept and served, and SRT for other programs."""

from collections.abc import Iterable

from elearn.media.captions.cue import Cue
from elearn.media.captions.signs import told
from elearn.text import nfc

MEDIA_TYPE = "text/vtt"
MEDIA_TYPES = {"vtt": MEDIA_TYPE, "srt": "application/x-subrip"}


def webvtt_of(cues: Iterable[Cue]) -> str:
    """Return the cues as a WebVTT file, in the order in which they are shown."""
    blocks = ["WEBVTT\n"]
    for cue in _in_order(cues):
        text = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{clock(cue.start_ms)} --> {clock(cue.end_ms)}\n{text}\n")
    return "\n".join(blocks)


def srt_of(cues: Iterable[Cue]) -> str:
    """Return the cues as an SRT file."""
    return "\n".join(
        f"{number}\n{clock(cue.start_ms, ',')} --> {clock(cue.end_ms, ',')}\n{cue.text}\n"
        for number, cue in enumerate(_in_order(cues), 1)
    )


def clock(milliseconds: int, point: str = ".") -> str:
    """Return a moment as a caption file writes it: 00:01:02.500."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{rest:03}"


def _in_order(cues: Iterable[Cue]) -> list[Cue]:
    """Return what can be shown of the cues: an empty line within one would end it."""
    found = []
    for cue in sorted(cues, key=lambda one: (one.start_ms, one.end_ms)):
        text = "\n".join(filter(None, (nfc(told(line)) for line in cue.text.splitlines())))
        if text:
            found.append(Cue(cue.start_ms, max(cue.end_ms, cue.start_ms + 1), text))
    return found
