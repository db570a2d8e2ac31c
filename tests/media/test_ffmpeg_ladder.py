"""Which weights a film gets; no ffmpeg."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.media.ffmpeg import ladder


@pytest.mark.parametrize(
    ("size", "names"),
    [
        ((1920, 1080), ["1280x720", "852x480", "640x360", "426x240", "256x144"]),
        ((720, 1280), ["404x720", "270x480", "202x360", "134x240", "80x144"]),
        ((640, 480), ["640x480", "480x360", "320x240", "192x144"]),
        ((640, 361), ["638x360", "424x240", "254x144"]),
        ((352, 288), ["352x288", "176x144"]),
        ((177, 145), ["174x144"]),
    ],
)
def test_no_rung_is_taller_than_the_source_or_nearly_as_tall_as_the_next(size, names):
    assert [f"{rung.width}x{rung.height}" for rung in ladder.rungs(*size)] == names


@pytest.mark.parametrize(
    ("measured", "made"),
    [
        (Fraction(30), 25),
        (Fraction(24000, 1001), 24),
        (Fraction(25, 2), Fraction(25, 2)),
        (Fraction(1241, 100), Fraction(50, 4)),
        (Fraction(1, 10), 10),
    ],
)
def test_the_rate_is_the_real_one_between_ten_and_twenty_five(measured, made):
    assert ladder.frame_rate(measured) == made


@pytest.mark.parametrize("measured", [Fraction(1), Fraction(25), Fraction(60)])
def test_slides_get_ten_pictures_a_second(measured):
    assert ladder.frame_rate(measured, is_still=True) == 10


@given(st.fractions(0, 1000))
def test_each_segment_holds_a_whole_number_of_pictures(measured):
    assert (ladder.frame_rate(measured) * ladder.SEGMENT_SECONDS).denominator == 1
