"""Makes a film from text: slides drawn, narration read aloud, both joined, captions timed."""

import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from elearn.media import espeak, ffmpeg
from elearn.media.captions import Cue, cues_of, sentences, webvtt_of
from elearn.media.drawing import DrawnSlide, slide_pictures
from elearn.paper import FONTS

LEAD_MS = 400  # Before the first word of a slide, so that the eye is there first.
BREATH_MS = 300  # Between two sentences.
REST_MS = 900  # After the last word of a slide, and the length of a slide without words.

Speak = Callable[[str, Path], int]
_RATE = 22_050  # What espeak-ng writes.
_BYTES = 2


@dataclass(frozen=True, slots=True)
class Film:
    """A film made from text: how long it plays, and what is said when."""

    path: Path
    duration_ms: int
    cues: tuple[Cue, ...]

    @property
    def webvtt(self) -> str:
        """Return what is said as WebVTT."""
        return webvtt_of(self.cues)


def make_film(
    slides: Sequence[DrawnSlide],
    target: Path,
    *,
    fonts: Path = FONTS,
    mark: str = "",
    speak: Speak = espeak.speak,
) -> Film:
    """Write the film of these slides as an MP4; each is shown while its narration is read.

    Another `speak` writes other speech (16 bit, mono, 22,050 Hz): silence, in a test.
    """
    with TemporaryDirectory(dir=target.parent) as name:
        folder = Path(name)
        shown = [folder / f"{number}.png" for number, _ in enumerate(slides)]
        for path, picture in zip(
            shown, slide_pictures(slides, fonts=fonts, mark=mark), strict=True
        ):
            path.write_bytes(picture)
        voice = _Narration(folder, speak)
        lengths = [voice.read(slide.narration) for slide in slides]
        voice.write(folder / "voice.wav")
        ffmpeg.join(list(zip(shown, lengths, strict=True)), folder / "voice.wav", target)
    return Film(target, voice.length_ms, tuple(voice.cues))


class _Narration:
    """The speech of a film as it grows, and the cues that go with it."""

    def __init__(self, folder: Path, speak: Speak) -> None:
        self._sentence = folder / "sentence.wav"
        self._speak = speak
        self._sound = bytearray()
        self.cues: list[Cue] = []

    @property
    def length_ms(self) -> int:
        return len(self._sound) * 1000 // (_RATE * _BYTES)

    def read(self, text: str) -> int:
        """Add the narration of one slide and return how long that slide stands."""
        start = self.length_ms
        self._wait(LEAD_MS)
        for sentence in sentences(text):
            begins = self.length_ms
            self._speak(sentence, self._sentence)
            self._sound += _frames(self._sentence)
            self.cues += cues_of(sentence, begins, self.length_ms)
            self._wait(BREATH_MS)
        self._wait(REST_MS)
        return self.length_ms - start

    def write(self, target: Path) -> None:
        with wave.open(str(target), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(_BYTES)
            file.setframerate(_RATE)
            file.writeframes(self._sound)

    def _wait(self, milliseconds: int) -> None:
        self._sound += bytes(_RATE * milliseconds // 1000 * _BYTES)


def _frames(path: Path) -> bytes:
    with wave.open(str(path)) as file:
        return bytes(file.readframes(file.getnframes()))
