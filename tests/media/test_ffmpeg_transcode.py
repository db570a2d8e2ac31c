"""What a film becomes."""

import re

import pytest

from elearn.media import ffmpeg, hls
from elearn.media.ffmpeg.measure import unwatched
from tests.media import films
from tests.media.films import DATA

pytestmark = pytest.mark.ffmpeg


PART = 4  # Seconds: a film of nine is made in three parts.


def transcoded(path, folder, progress=unwatched, **options):
    folder.mkdir()
    probe = ffmpeg.probe(path)
    return ffmpeg.transcode(path, probe, ffmpeg.measure(path, probe), folder, progress, **options)


def by_name(product):
    return {one.name: one for one in product.renditions}


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def film(studio):
    """Nine seconds of moving picture and a tone; few and small ones, for each is coded thrice."""
    return studio.film("nine.mp4", seconds=9, size="480x360", rate=12)


@pytest.fixture(scope="module")
def product(film, told, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "film"
    note = lambda done, total: told.append(done / total)  # noqa: E731  # It is handed on as it is.
    return transcoded(film, folder, note, part_seconds=PART)


@pytest.fixture(scope="module")
def made(product):
    return by_name(product)


def test_a_lesson_gets_all_smaller_sizes_and_its_sound_alone_in_two_ways(made):
    sizes = {one.name: (one.width, one.height) for one in made.values()}

    assert sizes == {
        "360p": (480, 360),
        "240p": (320, 240),
        "144p": (192, 144),
        "audio": (None, None),
        "opus": (None, None),
    }


def test_key_frames_stand_at_the_same_times_in_every_size(made):
    high, middle, low = (films.key_frames(made[name].path) for name in ("360p", "240p", "144p"))

    assert high == middle == low
    assert [time - high[0] for time in high] == pytest.approx([0, 4, 8], abs=0.001)
    assert high[0] < 0.03  # The sound begins with a frame that holds nothing; pictures wait for it.


def test_no_picture_is_lost_or_doubled_where_parts_are_joined(made):
    shown = ("-select_streams", "v", "-show_entries", "packet=pts_time")
    packets = films.shown(made["360p"].path, *shown)["packets"]

    times = [float(packet["pts_time"]) for packet in packets]
    assert [time - times[0] for time in times] == pytest.approx(
        [number / 12 for number in range(108)], abs=0.001
    )


def test_segments_begin_at_the_same_times_in_every_size(made):
    high, low = (hls.segments(made[name].playlist) for name in ("360p", "240p"))

    assert [part.seconds for part in high] == [part.seconds for part in low]
    assert [part.seconds for part in high] == pytest.approx([4, 4, 1], abs=0.001)


def test_the_ranges_of_a_playlist_cover_its_file_without_gaps(made):
    for one in made.values():
        end = hls.head_size(one.playlist)
        for part in hls.segments(one.playlist):
            assert part.offset == end
            end += part.size
        assert end == one.size_bytes


def test_the_named_codecs_are_those_of_the_streams(made):
    stream = films.shown(made["360p"].path, "-select_streams", "v", "-show_streams")["streams"][0]

    assert re.fullmatch(r"avc1\.4d[0-9a-f]{4},mp4a\.40\.2", made["360p"].codecs)
    assert int(made["360p"].codecs[9:11], 16) == stream["level"]
    assert stream["profile"] == "Main"
    assert (made["audio"].codecs, made["opus"].codecs) == ("mp4a.40.2", "opus")


def test_pictures_come_at_one_rate_in_8_bits_and_sound_in_one_channel(made):
    picture, sound = films.shown(made["240p"].path, "-show_streams")["streams"]

    assert (picture["avg_frame_rate"], picture["pix_fmt"]) == ("12/1", "yuv420p")
    assert (sound["sample_rate"], sound["channels"], sound["profile"]) == ("48000", 1, "LC")


def test_all_renditions_last_as_long_as_the_source(made):
    for one in made.values():
        assert one.duration_ms == pytest.approx(9000, abs=100)


def test_progress_ends_at_the_whole(product, told):
    assert told[-1] == pytest.approx(1, abs=0.02)
    assert told == sorted(told)


def test_the_poster_is_small_and_not_black(studio, tmp_path):
    film = studio.cut(
        "dark-start.mp4",
        *("-f", "lavfi", "-i", "color=black:d=3:s=320x240:r=10"),
        *("-f", "lavfi", "-i", "testsrc=d=3:s=320x240:r=10"),
        *("-filter_complex", "[0][1]concat"),
    )
    content = transcoded(film, tmp_path / "made").poster.read_bytes()

    assert content[8:12] == b"WEBP"
    assert 500 < len(content) <= 12_000


def test_a_film_without_sound_gets_silence(tmp_path):
    made = by_name(transcoded(DATA / "3gp_bbb_176x144_128kbps_15fps_h263.3gp", tmp_path / "made"))

    kinds = {
        one["codec_type"] for one in films.shown(made["144p"].path, "-show_streams")["streams"]
    }
    assert kinds == {"video", "audio"}
    assert (made["144p"].width, made["144p"].height) == (176, 144)


def test_sound_alone_gets_no_picture(tmp_path):
    product = transcoded(DATA / "3gp_bbb_mono_8kHz_12.2kbps_amrnb.3gp", tmp_path / "made")

    assert list(by_name(product)) == ["audio", "opus"]
    assert (product.poster, product.storyboard, product.frames) == (None, None, ())


def test_ten_bits_of_hdr_become_eight(tmp_path):
    made = by_name(transcoded(DATA / "mkv_sample_av1.mkv", tmp_path / "made"))

    stream = films.shown(made["480p"].path, "-show_streams")["streams"][0]
    assert (stream["pix_fmt"], stream["color_transfer"]) == ("yuv420p", "bt709")


def test_the_last_picture_stands_while_the_sound_goes_on(studio, tmp_path):
    film = studio.cut(
        "long-sound.mp4",
        *("-f", "lavfi", "-i", "testsrc=d=2:s=320x240:r=10", "-f", "lavfi", "-i", "sine=d=5"),
    )

    made = by_name(transcoded(film, tmp_path / "made", part_seconds=PART))

    assert made["240p"].duration_ms == pytest.approx(5000, abs=100)
    assert films.key_frames(made["240p"].path) == pytest.approx([0, 4], abs=0.11)


def test_a_film_that_ends_a_moment_after_a_part_is_made_without_a_part_for_it(studio, tmp_path):
    film = studio.film("four.mp4", seconds=4, size="160x120")  # Its sound is 10 ms longer.

    made = by_name(transcoded(film, tmp_path / "made", part_seconds=PART))

    assert made["120p"].duration_ms == pytest.approx(4010, abs=100)


def test_a_turned_film_stands_upright_in_every_size(studio, tmp_path):
    flat = studio.cut(
        "half.mp4",
        *("-f", "lavfi", "-i", "color=white:d=1.2:s=160x240:r=5"),
        *("-f", "lavfi", "-i", "color=black:d=1.2:s=160x240:r=5", "-filter_complex", "hstack"),
    )
    turn = ("-c", "copy", "-metadata:s:v", "rotate=90")  # The left side, white, comes to lie below.
    turned = studio.cut("half-turned.mp4", "-i", str(flat), *turn)
    made = by_name(transcoded(turned, tmp_path / "made"))["240p"]

    upper, lower = studio.light(made.path)

    assert (made.width, made.height) == (180, 240)
    assert lower > 200 > 60 > upper
