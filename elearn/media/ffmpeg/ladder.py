"""Which weights a film gets, and what each may cost. No ffmpeg, only numbers and their reasons."""

from dataclasses import dataclass
from fractions import Fraction

SEGMENT_SECONDS = 4  # What a dropping line loses at most; shorter ones cost a key frame each.
MOST_RATE = 25  # A speaker and slides gain nothing from 30 or 60 pictures a second.
LEAST_RATE = 10  # A recording of still slides may hold one picture a minute; seeking needs more.
SAMPLE_RATE = 48_000  # What every phone plays without resampling.
PRESET = "veryfast"  # Four tenths of the time of "medium" for a twentieth more bytes on slides.
LEAST_GAIN = 1.25  # A rung less than a quarter taller than the one below is not worth its disk.


@dataclass(frozen=True, slots=True)
class Grade:
    """What a rung of about this height may cost: quality, and a ceiling for restless pictures."""

    height: int
    crf: int
    most_video_kbit: int
    audio_kbit: int


# 240p: 45 minutes of slides and speech in some 40 MB. 480p: text on slides can be read.
LOW = Grade(height=240, crf=28, most_video_kbit=140, audio_kbit=48)
HIGH = Grade(height=480, crf=27, most_video_kbit=480, audio_kbit=64)
AUDIO_KBIT = 32  # Speech in one channel; 45 minutes in 11 MB.


@dataclass(frozen=True, slots=True)
class Rung:
    """One size of the picture."""

    width: int
    height: int
    grade: Grade

    @property
    def name(self) -> str:
        """Return the name people choose by; it says the true height."""
        return f"{self.height}p"


def rungs(width: int, height: int) -> tuple[Rung, ...]:
    """Return the sizes a film of this upright size gets, tallest first; none is taller than it."""
    top = min(_even(height), HIGH.height)
    if top < LOW.height * LEAST_GAIN:
        return (_rung(width, height, min(top, LOW.height), LOW),)
    return (_rung(width, height, top, HIGH), _rung(width, height, LOW.height, LOW))


def _rung(width: int, height: int, wanted: int, grade: Grade) -> Rung:
    return Rung(width=max(2, _even(width * wanted / height)), height=wanted, grade=grade)


def _even(side: float) -> int:
    """Return the nearest even number below or at it: colour is stored for 2 × 2 pixels."""
    return int(side) // 2 * 2


def frame_rate(claimed: Fraction, measured: Fraction) -> Fraction:
    """Return the rate to make: the source's own if it is steady and sane, else a whole number."""
    if measured >= MOST_RATE:
        return Fraction(MOST_RATE)
    if claimed and abs(claimed - measured) <= measured / 100:
        return max(claimed, Fraction(LEAST_RATE))
    return Fraction(max(LEAST_RATE, round(measured)))
