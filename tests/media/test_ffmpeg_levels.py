"""How loud films come out, whether slides are told from pictures, and the sheet of small ones."""

import pytest

from elearn.media import ffmpeg
from elearn.media.ffmpeg import Loudness, stillness
from elearn.media.ffmpeg.levels import TARGET_LUFS
from elearn.media.rules import Sheet
from tests.media import films

pytestmark = pytest.mark.ffmpeg


def made(path, folder):
    probe = ffmpeg.probe(path)
    return ffmpeg.transcode(path, probe, ffmpeg.measure(path, probe), folder)


def loudness(path) -> Loudness:
    found = ffmpeg.measure(path, ffmpeg.probe(path)).loudness
    assert found
    return found


def test_a_faint_recording_comes_out_as_loud_as_others(studio, tmp_path):
    tone = ("-f", "lavfi", "-i", "sine=d=4:r=48000", "-af", "volume=-12dB")
    film = studio.cut("faint.wav", *tone)

    aac, opus = made(film, tmp_path).renditions

    assert loudness(aac.path).lufs == pytest.approx(TARGET_LUFS, abs=1)
    assert loudness(opus.path).lufs == pytest.approx(TARGET_LUFS, abs=1)


def test_silence_is_left_as_it_is(studio, tmp_path):
    film = studio.cut("silence.wav", "-f", "lavfi", "-i", "anullsrc=r=48000:d=2", "-t", "2")

    aac, _opus = made(film, tmp_path).renditions

    assert ffmpeg.measure(aac.path, ffmpeg.probe(aac.path)).loudness is None


@pytest.mark.parametrize(
    ("name", "picture", "is_still"),
    [
        ("slides", "color=navy:s=64x48:r=5:d=20", True),
        ("speaker", "testsrc=s=64x48:r=5:d=20", False),
    ],
)
def test_slides_are_told_from_moving_pictures(studio, tmp_path, name, picture, is_still):
    film = studio.cut(f"{name}-still.mp4", "-f", "lavfi", "-i", picture, "-g", "10")

    assert stillness.is_still(film, ffmpeg.probe(film), tmp_path) is is_still


def test_a_film_has_a_sheet_of_small_pictures_one_a_second_at_first(studio, tmp_path):
    sheet, path = made(studio.film("short.mp4"), tmp_path).storyboard

    stream = films.shown(path, "-show_streams")["streams"][0]
    assert sheet == Sheet(120, 90, columns=2, tiles=2, interval_ms=1000)
    assert (stream["codec_name"], stream["width"], stream["height"]) == ("webp", 240, 90)
    assert path.stat().st_size > 500
