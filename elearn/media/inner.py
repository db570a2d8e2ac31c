"""What lies in a film beside picture and sound, taken over: the words under its pictures."""

import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from elearn.errors import Refusal
from elearn.media import captions, ffmpeg
from elearn.media.captions import Cue
from elearn.media.rules import LANGUAGE_NAMES

_SHORT = {"vie": "vi", "eng": "en", "khm": "km", "chi": "zh", "zho": "zh"}
_UNNAMED = ("", "und", "mis", "mul", "zxx")
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u0309\u0323]")  # Hook and dot below; no neighbour has them.

Found = tuple[str, tuple[Cue, ...]]


def inner_captions(path: Path, probe: ffmpeg.Probe) -> tuple[Found, ...]:
    """Return the words of a film by language, one track each, whole ones before forced ones.

    What cannot be read is left out: the film can be watched without it.
    """
    found: dict[str, tuple[Cue, ...]] = {}
    for track in sorted(probe.texts, key=lambda track: track.is_forced):
        with suppress(Refusal):
            cues = captions.examined(ffmpeg.words(path, track.track)).cues
            language = language_of(track.language, " ".join(cue.text for cue in cues))
            if cues and language:
                found.setdefault(language, cues)
    return tuple(found.items())


def language_of(named: str, text: str) -> str | None:
    """Return our code of a language as a file names it; if it names none, told by the letters."""
    if named not in _UNNAMED:
        short = _SHORT.get(named, named)
        return short if short in LANGUAGE_NAMES else None
    return "vi" if _VIETNAMESE.search(unicodedata.normalize("NFD", text)) else "en"
