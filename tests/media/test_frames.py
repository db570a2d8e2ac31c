"""What ffmpeg's list of frames says of a track."""

from fractions import Fraction

import pytest

from elearn.media.ffmpeg.frames import Frames
from elearn.media.ffmpeg.loudness import Loudness, loudness_in

HEAD = ("#tb 0: 1/1000", "#media_type 0: video", "#tb 1: 1/48000")
SUMMARY = """[Parsed_ebur128_1 @ 0x55cc40d05480] Summary:

  Integrated loudness:
    I:         {lufs} LUFS
    Threshold: -31.8 LUFS

  Sample peak:
    Peak:      -17.7 dBFS
"""


def heard(*lines):
    frames = Frames()
    for line in (*HEAD, *lines):
        frames.hear(line)
    return frames


def test_a_track_begins_with_its_earliest_frame_and_ends_with_its_last():
    track = heard(
        "0,    -80,   120,    40,   10, 0x01",
        "0,    -40,    40,    40,   10, 0x01, F=0x0",
        "0,      0,    80,    40,   10, 0x01, F=0x0",
    ).track(0)

    assert (track.frames, track.first_ms, track.end_ms) == (3, 40, 160)
    assert track.rate == Fraction(25)


def test_what_an_edit_list_cuts_away_is_not_counted():
    track = heard(
        "0, -200, -160, 40, 10, 0x01, F=0x5",
        "0, -160, -120, 40, 10, 0x01, F=0x4",
        "0,    0,    0, 40, 10, 0x01, F=0x0, S=1, 8, 0x02",
    ).track(0)

    assert (track.frames, track.first_ms) == (1, 0)


def test_a_frame_without_a_time_stands_where_it_is_decoded():
    nowhere = -(1 << 63)
    track = heard("0, 0, 0, 40, 10, 0x01", f"0, 40, {nowhere}, 40, 10, 0x01").track(0)

    assert track.end_ms == 80


def test_a_last_frame_without_length_stands_as_long_as_the_others():
    track = heard("0, 0, 0, 0, 10, 0x01", "0, 500, 500, 0, 10, 0x01").track(0)

    assert track.end_ms == 1000


def test_the_longest_stretch_without_anything_is_known():
    frames = heard("1, 0, 0, 48000, 10, 0x01", "1, 240000, 240000, 48000, 10, 0x01")

    assert (frames.track(1).leap_ms, frames.track(1).end_ms) == (4000, 6000)
    assert frames.track(0).frames == 0


@pytest.mark.parametrize(
    ("lufs", "found"), [("-21.8", Loudness(-21.8, -17.7)), ("-70.0", None), ("-inf", None)]
)
def test_loudness_is_read_from_the_last_words_of_ffmpeg(lufs, found):
    assert loudness_in(SUMMARY.format(lufs=lufs)) == found


def test_a_film_without_sound_has_no_loudness():
    assert loudness_in("") is None
