"""The operator's own program that hears a film and prints what is said as WebVTT or SRT."""

import shlex
from pathlib import Path

from elearn import confined
from elearn.confined import Limits
from elearn.errors import Refusal
from elearn.media import captions
from elearn.media.captions import Cue, Flawed
from elearn.text import Message, msg

# Speech is heard by great models: some take several times as long as it lasts, and much memory.
_TIMES_AS_LONG = 8
_LEAST_SECONDS = 900
_MEMORY_MB = 24_576
_FILE_MB = 256  # What it may write on the way.


class Unheard(Refusal):
    """The program did not give captions; `detail` is what it complained of."""

    def __init__(self, why: Message, detail: str = "") -> None:
        super().__init__(msg("Chương trình nghe không cho ra phụ đề: %(why)s", why=why))
        self.detail = detail


def heard(command: str, sound: Path, language: str, seconds: int) -> tuple[Cue, ...]:
    """Return what the program hears in a sound that lasts so long; {sound}, {language} are given.

    :raise Unheard: if it fails, takes too long, or prints no captions.
    """
    given = {"{sound}": str(sound), "{language}": language}
    words = [_filled(word, given) for word in shlex.split(command)]
    printed = _Printed()
    finished = confined.run(words, _limits(seconds), printed.add)
    if finished.is_late:
        raise Unheard(msg("nghe quá lâu"), finished.complaint)
    if not finished.is_good:
        raise Unheard(msg("dừng với mã %(code)s", code=finished.code), finished.complaint)
    try:
        return captions.read("\n".join(printed.lines)).cues
    except Flawed as flawed:
        raise Unheard(flawed.fields["captions"], finished.complaint) from flawed


class _Printed:
    """What the program prints, as long as captions can be."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._left = captions.MOST_BYTES

    def add(self, line: str) -> None:
        self._left -= len(line) + 1
        if self._left < 0:
            raise Unheard(msg("in ra không dứt"))
        self.lines.append(line)


def _filled(word: str, given: dict[str, str]) -> str:
    for name, value in given.items():
        word = word.replace(name, value)
    return word


def _limits(seconds: int) -> Limits:
    wall = _LEAST_SECONDS + seconds * _TIMES_AS_LONG
    return Limits(wall, cpu_seconds=wall * 4, memory_mb=_MEMORY_MB, file_mb=_FILE_MB)
