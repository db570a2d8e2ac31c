"""What a film becomes."""

import re

import pytest

from elearn.media import ffmpeg, hls
from elearn.media.ffmpeg.measure import unwatched
from tests.media import films
from tests.media.films import DATA

pytestmark = pytest.mark.ffmpeg


def transcoded(path, folder, progress=unwatched):
    folder.mkdir()
    probe = ffmpeg.probe(path)
    made = ffmpeg.transcode(path, probe, ffmpeg.measure(path, probe), folder, progress)
    return {one.name: one for one in made}


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def made(lesson, told, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "lesson"
    return transcoded(lesson, folder, lambda done, total: told.append((done, total)))


def test_a_lesson_gets_two_sizes_and_its_sound_alone(made):
    sizes = {one.name: (one.width, one.height) for one in made.values()}

    assert sizes == {"480p": (640, 480), "240p": (320, 240), "audio": (None, None)}


def test_key_frames_stand_at_the_same_times_in_every_size(made):
    high, low = (films.key_frames(made[name].path) for name in ("480p", "240p"))

    assert high == low
    assert high == pytest.approx([0, 4, 8], abs=0.05)


def test_segments_begin_at_the_same_times_in_every_size(made):
    high, low = (hls.segments(made[name].playlist) for name in ("480p", "240p"))

    assert [part.seconds for part in high] == [part.seconds for part in low]
    assert [part.seconds for part in high] == pytest.approx([4, 4, 1], abs=0.05)


def test_the_ranges_of_a_playlist_cover_its_file_without_gaps(made):
    for one in made.values():
        end = hls.head_size(one.playlist)
        for part in hls.segments(one.playlist):
            assert part.offset == end
            end += part.size
        assert end == one.size_bytes


def test_the_named_codecs_are_those_of_the_streams(made):
    stream = films.shown(made["480p"].path, "-select_streams", "v", "-show_streams")["streams"][0]

    assert re.fullmatch(r"avc1\.4d[0-9a-f]{4},mp4a\.40\.2", made["480p"].codecs)
    assert int(made["480p"].codecs[9:11], 16) == stream["level"]
    assert stream["profile"] == "Main"
    assert made["audio"].codecs == "mp4a.40.2"


def test_pictures_come_25_a_second_in_8_bits_and_sound_in_one_channel(made):
    picture, sound = films.shown(made["240p"].path, "-show_streams")["streams"]

    assert (picture["avg_frame_rate"], picture["pix_fmt"]) == ("25/1", "yuv420p")
    assert (sound["sample_rate"], sound["channels"], sound["profile"]) == ("48000", 1, "LC")


def test_all_renditions_last_as_long_as_the_source(made):
    for one in made.values():
        assert one.duration_ms == pytest.approx(9000, abs=100)


def test_progress_ends_at_the_whole(made, told):
    assert told[-1] == pytest.approx((9000, 9000), abs=100)
    assert told == sorted(told)


def test_the_poster_is_small_and_not_black(studio, tmp_path):
    film = studio.cut(
        "dark-start.mp4",
        *("-f", "lavfi", "-i", "color=black:d=3:s=320x240:r=10"),
        *("-f", "lavfi", "-i", "testsrc=d=3:s=320x240:r=10"),
        *("-filter_complex", "[0][1]concat"),
    )
    made = transcoded(film, tmp_path / "made")

    poster = ffmpeg.poster(made["240p"], tmp_path)

    content = poster.read_bytes()
    assert content[8:12] == b"WEBP"
    assert 500 < len(content) <= 12_000


def test_a_film_without_sound_gets_silence(tmp_path):
    made = transcoded(DATA / "3gp_bbb_176x144_128kbps_15fps_h263.3gp", tmp_path / "made")

    kinds = {
        one["codec_type"] for one in films.shown(made["144p"].path, "-show_streams")["streams"]
    }
    assert kinds == {"video", "audio"}
    assert (made["144p"].width, made["144p"].height) == (176, 144)


def test_sound_alone_gets_one_rendition(tmp_path):
    made = transcoded(DATA / "3gp_bbb_mono_8kHz_12.2kbps_amrnb.3gp", tmp_path / "made")

    assert list(made) == ["audio"]


def test_ten_bits_of_hdr_become_eight(tmp_path):
    made = transcoded(DATA / "mkv_sample_av1.mkv", tmp_path / "made")

    stream = films.shown(made["480p"].path, "-show_streams")["streams"][0]
    assert (stream["pix_fmt"], stream["color_transfer"]) == ("yuv420p", "bt709")


def test_the_last_picture_stands_while_the_sound_goes_on(studio, tmp_path):
    film = studio.cut(
        "long-sound.mp4",
        *("-f", "lavfi", "-i", "testsrc=d=2:s=320x240:r=10", "-f", "lavfi", "-i", "sine=d=5"),
    )

    made = transcoded(film, tmp_path / "made")

    assert made["240p"].duration_ms == pytest.approx(5000, abs=100)
    assert films.key_frames(made["240p"].path) == pytest.approx([0, 4], abs=0.11)


def test_a_turned_film_stands_upright_in_every_size(studio, tmp_path):
    flat = studio.cut(
        "half.mp4",
        *("-f", "lavfi", "-i", "color=white:d=1.2:s=160x240:r=5"),
        *("-f", "lavfi", "-i", "color=black:d=1.2:s=160x240:r=5", "-filter_complex", "hstack"),
    )
    turn = ("-c", "copy", "-metadata:s:v", "rotate=90")  # The left side, white, comes to lie below.
    turned = studio.cut("half-turned.mp4", "-i", str(flat), *turn)
    made = transcoded(turned, tmp_path / "made")["240p"]

    upper, lower = studio.light(made.path)

    assert (made.width, made.height) == (180, 240)
    assert lower > 200 > 60 > upper
