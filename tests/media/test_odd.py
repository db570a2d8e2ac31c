"""Odd files: the sound ones keep picture and sound together, the others are refused in words."""

import pytest

from elearn import confined
from elearn.media import ffmpeg, inner
from elearn.media.ffmpeg import asking, refusals
from elearn.media.ffmpeg.tracks import chosen, picture_of
from tests.media import odd
from tests.media.odd import bait, watching

pytestmark = pytest.mark.ffmpeg

BY_NAME = {one.name: one for one in odd.ALL}
POINTING = {
    "list.m3u8": refusals.PLAYLIST,
    "key.ts": refusals.PLAYLIST,
    "concat.mkv": refusals.PLAYLIST,
    "dash.mpd": refusals.PLAYLIST,
    "call.sdp": refusals.PLAYLIST,
    "subfile.mp4": refusals.NOT_MEDIA,
    "data.mp4": refusals.NOT_MEDIA,
    "elsewhere.mov": refusals.OUTSIDE,
    "reference.mov": refusals.OUTSIDE,
    "linked.mkv": refusals.NOT_MEDIA,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("odd")


@pytest.fixture(scope="module")
def watch(folder):
    with bait.watched(folder) as watch:
        yield watch


@pytest.fixture(scope="module")
def film(folder, watch):
    """`film(name)` is an odd film, made once, after the bait was laid out."""
    made = [odd.make(BY_NAME["plain.mp4"], folder)]
    assert not watch.was_touched
    return lambda name: made[0] if name == "plain.mp4" else odd.make(BY_NAME[name], folder)


@pytest.mark.parametrize("name", POINTING)
def test_what_points_at_other_files_opens_none(film, watch, name):
    with pytest.raises(ffmpeg.Unusable) as caught:
        ffmpeg.probe(film(name))

    assert caught.value.message == POINTING[name]
    assert not watch.was_touched


@pytest.mark.parametrize("name", ["list.m3u8", "concat.mkv", "elsewhere.mov"])
def test_the_walls_hold_without_the_look_at_the_first_bytes(film, watch, name):
    asking.ask(film(name), ("-show_packets",), confined.ignore)

    assert not watch.was_touched


def test_the_watch_would_have_seen_it(film, folder, watch):
    assert film("list.m3u8")

    bait.Bait.in_(folder).canary.read_bytes()

    assert watch.was_touched


def test_ten_thousand_tracks_are_counted_before_any_is_opened(film):
    with pytest.raises(ffmpeg.Unusable) as caught:
        ffmpeg.probe(film("ten-thousand.mp4"))

    assert "10000" in str(caught.value)


def test_a_bomb_stays_packed(film):
    with pytest.raises(ffmpeg.Unusable) as caught:
        ffmpeg.probe(film("bomb.mkv"))

    assert caught.value.message == refusals.NOTHING_TO_PLAY


def test_a_film_that_stands_still_for_hours_is_refused_for_its_clock(film):
    path = film("leaping.mkv")

    with pytest.raises(ffmpeg.Unusable) as caught:
        ffmpeg.measure(path, ffmpeg.probe(path))

    assert caught.value.message == refusals.TIMES_LEAP


def test_more_pictures_a_second_than_any_camera_has_are_refused(film):
    path = film("hurried.mp4")

    with pytest.raises(ffmpeg.Unusable) as caught:
        ffmpeg.measure(path, ffmpeg.probe(path))

    assert "1200" in str(caught.value)


def test_a_clock_that_runs_over_goes_on(film):
    path = film("wrap.ts")

    assert ffmpeg.measure(path, ffmpeg.probe(path)).duration_ms == pytest.approx(4000, abs=50)


def test_half_pictures_are_seen_though_no_head_says_so(film):
    picture = ffmpeg.probe(film("interlaced.mkv")).picture

    assert picture
    assert picture.is_interlaced


def test_captions_and_chapters_inside_a_film_are_found(film):
    path = film("words.mkv")
    probe = ffmpeg.probe(path)

    found = dict(inner.inner_captions(path, probe))

    assert [cue.text for cue in found["vi"]] == ["Xin chào các chị", "Hôm nay ta học"]
    assert [cue.start_ms for cue in found["en"]] == pytest.approx([500, 2000], abs=25)
    assert [one.title for one in probe.chapters] == ["Mở đầu", "Nội dung chính"]


@pytest.mark.parametrize(
    ("named", "text", "language"),
    [
        ("vie", "", "vi"),
        ("zho", "", "zh"),
        ("tyz", "", "tyz"),
        ("fre", "Bonjour", None),
        ("und", "Được rồi", "vi"),
        ("", "All right", "en"),
    ],
)
def test_the_language_of_words_is_named_or_told_by_their_letters(named, text, language):
    assert inner.language_of(named, text) == language


def _track(index, codec, *, default=0, sleeve=0, **more):
    marks = {"default": default, "attached_pic": sleeve, "timed_thumbnails": 0, "still_image": 0}
    told = {"index": index, "codec_type": "video", "codec_name": codec, "disposition": marks}
    return told | {"width": 640, "height": 480} | more


def test_a_track_we_can_read_is_taken_before_one_we_cannot():
    tracks = [_track(0, "unknown", default=1), _track(1, "h264"), _track(2, "png", sleeve=1)]

    assert chosen(tracks, "video") == tracks[1]


@pytest.mark.parametrize(("turn", "size"), [(-90, (480, 640)), (180, (640, 480)), (3, (640, 480))])
def test_a_picture_lies_on_its_side_from_half_a_right_angle_on(turn, size):
    picture = picture_of(_track(0, "h264", side_data_list=[{"rotation": turn}]))

    assert (picture.width, picture.height) == size


def test_a_pixel_of_absurd_width_is_taken_for_a_square():
    picture = picture_of(_track(0, "h264", sample_aspect_ratio="4000:1"))

    assert picture.width == 640


def test_beep_and_flash_stay_together_when_the_sound_begins_late(film, tmp_path):
    path = film("late-sound.mkv")
    probe = ffmpeg.probe(path)

    measure = ffmpeg.measure(path, probe)

    made = ffmpeg.transcode(path, probe, measure, tmp_path)

    assert measure.picture_from_ms == 0
    assert measure.sound_from_ms == pytest.approx(690, abs=25)
    flashes, beeps = watching.onsets(made.renditions[0].path)
    assert beeps == pytest.approx(odd.BEEPS, abs=0.04)
    assert flashes == pytest.approx(beeps, abs=0.08)
