"""What people should know of a film that can be watched all the same."""

from fractions import Fraction

from elearn.media.ffmpeg import Measure, Picture, Probe, Sound
from elearn.media.remarks import remark

PICTURE = Picture(
    track=0,
    codec="h264",
    width=640,
    height=480,
    is_interlaced=False,
    is_hdr=False,
    has_matrix=True,
)
PROBE = Probe(PICTURE, Sound(1, "aac"), 120_000)


def measured(**values):
    return Measure(**{"picture_ms": 120_000, "sound_ms": 120_000, "rate": Fraction(25), **values})


def test_a_sound_film_needs_no_remark():
    assert remark(PROBE, measured(leap_ms=20_000)) is None


def test_a_camera_that_stopped_for_a_while_is_told():
    assert "1:15" in str(remark(PROBE, measured(leap_ms=75_000)))


def test_slides_that_stand_still_without_sound_are_no_gap():
    deaf = Probe(PICTURE, None, 120_000)

    assert "không có tiếng." in str(remark(deaf, measured(sound_ms=0, leap_ms=75_000)))
