"""Which weights a film gets; no ffmpeg."""

from fractions import Fraction

import pytest

from elearn.media.ffmpeg import ladder


@pytest.mark.parametrize(
    ("size", "names"),
    [
        ((1920, 1080), [("852x480", "480p"), ("426x240", "240p")]),
        ((720, 1280), [("270x480", "480p"), ("134x240", "240p")]),
        ((640, 361), [("638x360", "360p"), ("424x240", "240p")]),
        ((352, 288), [("292x240", "240p")]),
        ((177, 145), [("174x144", "144p")]),
    ],
)
def test_no_rung_is_taller_than_the_source_and_all_sides_are_even(size, names):
    made = [(f"{rung.width}x{rung.height}", rung.name) for rung in ladder.rungs(*size)]

    assert made == names


@pytest.mark.parametrize(
    ("claimed", "measured", "made"),
    [
        (Fraction(30), Fraction(30), 25),
        (Fraction(24000, 1001), Fraction(2398, 100), Fraction(24000, 1001)),
        (Fraction(25, 2), Fraction(25, 2), Fraction(25, 2)),
        (Fraction(1000), Fraction(12), 12),
        (Fraction(0), Fraction(1, 10), 10),
    ],
)
def test_the_rate_is_the_real_one_between_ten_and_twenty_five(claimed, measured, made):
    assert ladder.frame_rate(claimed, measured) == made
