"""Reads text aloud with espeak-ng."""

import wave
from pathlib import Path

from elearn import confined
from elearn.confined import Limits
from elearn.errors import Refusal
from elearn.text import msg

VOICE = "vi"  # The northern voice; "vi-vn-x-central" and "vi-vn-x-south" are the others.
WORDS_A_MINUTE = 150  # Each syllable is a word here; a calm teacher says some 150 to 180.
_LIMITS = Limits(wall_seconds=60, cpu_seconds=30, memory_mb=512, file_mb=256)


def speak(text: str, target: Path, *, voice: str = VOICE) -> int:
    """Write the text as speech into a WAV file (mono, 16 bit) and return its milliseconds.

    :raise Refusal: if espeak-ng cannot do it.
    """
    options = ["-v", voice, "-s", str(WORDS_A_MINUTE), "-b", "1", "--stdin", "-w", str(target)]
    finished = confined.run(["espeak-ng", *options], _LIMITS, say=text)
    if not finished.is_good:
        raise Refusal(msg("Không đọc được lời giảng thành tiếng: %(why)s", why=finished.complaint))
    return length_of(target)


def length_of(path: Path) -> int:
    """Return how many milliseconds of sound a WAV file holds."""
    with wave.open(str(path)) as file:
        return int(file.getnframes() * 1000 // file.getframerate())
