"""Which weights a film gets, and what each may cost. No ffmpeg, only numbers and their reasons."""

from dataclasses import dataclass
from fractions import Fraction

SEGMENT_SECONDS = 4  # What a dropping line loses at most; shorter ones cost a key frame each.
SOUND_SEGMENT_SECONDS = 12  # Sound is light: fewer heads, and still no more than 36 kB at once.
MOST_RATE = 25  # A speaker and slides gain nothing from 30 or 60 pictures a second.
LEAST_RATE = 10  # A recording of still slides may hold one picture a minute; seeking needs more.
SLIDE_RATE = 10  # Where pictures stand still between changes; one comes 50 ms late at most.
SAMPLE_RATE = 48_000  # What every phone plays without resampling.
PRESET = "veryfast"  # Four tenths of the time of "medium" for a twentieth more bytes on slides.
LEAST_GAIN = 1.25  # A rung less than a quarter taller than the one below is not worth its disk.


@dataclass(frozen=True, slots=True)
class Grade:
    """What a rung of about this height may cost: quality, and a ceiling for restless pictures."""

    height: int
    crf: int
    most_video_kbit: int


# 240p: 45 minutes of slides and speech in some 20 MB, of a restless speaker in 60. 480p: text on
# slides can be read. 720p: what a hall's projector shows.
GRADES = (
    Grade(height=720, crf=26, most_video_kbit=1000),
    Grade(height=480, crf=27, most_video_kbit=480),
    Grade(height=360, crf=28, most_video_kbit=280),
    Grade(height=240, crf=28, most_video_kbit=140),
    Grade(height=144, crf=29, most_video_kbit=70),
)

# One sound for all rungs, coded once: 40 to 45 kbit/s in the end, of 45 minutes some 15 MB.
VOICE_KBIT = 36

# Sound alone. Speech in one channel: 24 kHz carry all of it, and AAC spends its bits better there.
AAC_KBIT, AAC_SAMPLE_RATE = 24, 24_000
OPUS_KBIT = 16


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
    top = min(_even(height), GRADES[0].height)
    first = [grade for grade in GRADES if grade.height >= top][-1]
    made = [_rung(width, height, top, first)]
    for grade in GRADES:
        if grade.height * LEAST_GAIN <= made[-1].height:
            made.append(_rung(width, height, grade.height, grade))
    return tuple(made)


def _rung(width: int, height: int, wanted: int, grade: Grade) -> Rung:
    return Rung(width=max(2, _even(width * wanted / height)), height=wanted, grade=grade)


def _even(side: float) -> int:
    """Return the nearest even number below or at it: colour is stored for 2 × 2 pixels."""
    return int(side) // 2 * 2


def frame_rate(measured: Fraction, *, is_still: bool = False) -> Fraction:
    """Return the rate to make: the source's own as far as it is sane, less where nothing moves.

    It is a quarter of a whole number, so that each four seconds hold a whole number of pictures.
    """
    most = Fraction(SLIDE_RATE if is_still else MOST_RATE)
    return Fraction(round(4 * max(Fraction(LEAST_RATE), min(most, measured))), 4)
