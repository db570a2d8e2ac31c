"""How long a film really is, whatever its header says."""

import pytest

from elearn.media import ffmpeg
from elearn.media.ffmpeg import refusals
from tests.media import films
from tests.media.films import DATA

pytestmark = pytest.mark.ffmpeg


def measured(path):
    return ffmpeg.measure(path, ffmpeg.probe(path))


@pytest.mark.parametrize("claimed", [1, 3600])
def test_a_lying_header_is_not_believed(tmp_path, lesson, claimed):
    liar = films.lying(lesson, tmp_path / "liar.mp4", seconds=claimed)

    assert ffmpeg.probe(liar).claimed_ms == claimed * 1000
    assert measured(liar).duration_ms == pytest.approx(9000, abs=100)


def test_a_recording_that_breaks_off_has_the_length_that_is_left(tmp_path, studio, lesson):
    whole = studio.cut("front.mp4", "-i", str(lesson), "-c", "copy", "-movflags", "faststart")
    content = whole.read_bytes()
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(content[: len(content) // 2])

    assert 3000 < measured(broken).duration_ms < 6000


def test_garbage_in_the_middle_does_not_end_a_film(tmp_path, studio, lesson):
    whole = studio.cut("front.mp4", "-i", str(lesson), "-c", "copy", "-movflags", "faststart")
    content = bytearray(whole.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 2000] = bytes(2000)
    scratched = tmp_path / "scratched.mp4"
    scratched.write_bytes(content)

    assert measured(scratched).duration_ms == pytest.approx(9000, abs=150)


def test_the_real_rate_is_counted():
    assert measured(DATA / "flv_sample.flv").rate == pytest.approx(30, rel=0.02)


def test_a_recording_without_picture_has_the_length_of_its_sound():
    found = measured(DATA / "3gp_bbb_mono_8kHz_12.2kbps_amrnb.3gp")

    assert (found.picture_ms, found.sound_ms) == (0, pytest.approx(3000, abs=50))


def test_less_than_a_second_is_refused(studio):
    blink = studio.film("blink.mp4", seconds=0.5)

    with pytest.raises(ffmpeg.Unusable) as caught:
        measured(blink)

    assert "5 phần mười giây" in str(caught.value)


def test_a_film_whose_bytes_are_gone_is_refused(tmp_path, lesson):
    empty = films.emptied(lesson, tmp_path / "empty.mp4")

    with pytest.raises(ffmpeg.Unusable) as caught:
        measured(empty)

    assert caught.value.message == refusals.UNDECODABLE
    assert caught.value.detail


def test_progress_is_told_while_decoding(lesson):
    told = []

    ffmpeg.measure(lesson, ffmpeg.probe(lesson), lambda done, total: told.append((done, total)))

    assert told
    assert all(done <= total for done, total in told)
