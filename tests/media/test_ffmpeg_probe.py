"""What a file claims to hold, and what is refused at sight."""

import socket
from struct import pack

import pytest

from elearn.media import ffmpeg
from elearn.media.ffmpeg import boxes, refusals
from tests.media.films import DATA

pytestmark = pytest.mark.ffmpeg


def refusal_of(path):
    with pytest.raises(ffmpeg.Unusable) as caught:
        ffmpeg.probe(path)
    return caught.value.message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", refusals.EMPTY),
        (b"not a film at all\n" * 50, refusals.NOT_MEDIA),
        (bytes(range(256)) * 40, refusals.NOT_MEDIA),
        (b"PK\x03\x04 slides.pptx", refusals.DOCUMENT),
        (b"\xff\xd8\xff\xe0 a photograph", refusals.STILL),
        (b'<?xml version="1.0"?><MPD></MPD>', refusals.PLAYLIST),
        (b'<?xml version="1.0"?>\n<mlt LC_NUMERIC="C"></mlt>', refusals.PROJECT),
        (b"<!DOCTYPE html><title>video.mp4</title>", refusals.WEB_PAGE),
        (b"\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000\r\n", refusals.CAPTIONS),
        (b"MZ\x90\x00 a program", refusals.PROGRAM),
    ],
)
def test_what_is_no_film_is_refused_in_words(tmp_path, content, reason):
    path = tmp_path / "film.mp4"
    path.write_bytes(content)

    assert refusal_of(path) == reason


def test_a_photograph_in_the_box_of_a_film_is_refused():
    assert refusal_of(DATA / "heif_sample_still_photo.heic") == refusals.STILL


def test_a_locked_film_is_refused():
    assert refusal_of(DATA / "drm_sample_fragmented_widevine.mp4") == refusals.LOCKED


@pytest.mark.parametrize("name", ["film.mp4", "film.m3u8", "film.ts"])
@pytest.mark.parametrize(
    "opening", ["#EXTM3U\n#EXTINF:4,\n", "\n\n#EXTM3U\n", "ffconcat version 1.0\nfile "]
)
def test_a_playlist_opens_no_other_file_and_no_address(tmp_path, name, opening):
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0)
        port = door.getsockname()[1]
        path = tmp_path / name
        path.write_text(f"{opening}http://127.0.0.1:{port}/a.ts\nfile:///etc/passwd\n")

        assert refusal_of(path) == refusals.PLAYLIST
        with pytest.raises(BlockingIOError):
            door.accept()


def test_a_file_of_endless_boxes_is_not_walked_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(boxes, "_MOST_BOXES", 10)
    path = tmp_path / "film.mp4"
    path.write_bytes(b"\x00\x00\x00\x08free" * 10 + b"\x00\x00\x00\x10moovsinfencv")

    assert refusal_of(path) == refusals.NOTHING_TO_PLAY  # And not LOCKED, as the last box says.


@pytest.mark.parametrize("large", [{b"moov"}, {b"trak"}, {b"moov", b"dref"}])
def test_boxes_that_tell_their_size_in_eight_bytes_are_looked_into(tmp_path, large):
    def box(kind, inside):
        if kind in large:
            return pack(">I4sQ", 1, kind, len(inside) + 16) + inside
        return pack(">I4s", len(inside) + 8, kind) + inside

    elsewhere = bytes(4) + pack(">I", 1) + box(b"url ", bytes(4) + b"file:///other.mov\0")
    index = box(b"dref", elsewhere)
    for kind in (b"dinf", b"minf", b"mdia", b"trak", b"moov"):
        index = box(kind, index)
    path = tmp_path / "film.mov"
    path.write_bytes(box(b"ftyp", b"qt  " + bytes(4)) + index)

    assert refusal_of(path) == refusals.OUTSIDE


def test_a_recording_that_was_never_finished_is_told_from_rubbish(tmp_path, lesson):
    content = lesson.read_bytes()
    path = tmp_path / "film.mp4"
    path.write_bytes(content[: content.find(b"moov") - 1000])

    assert refusal_of(path) == refusals.UNFINISHED


def test_a_film_named_like_a_playlist_is_a_film(tmp_path, lesson):
    path = tmp_path / "film.m3u8"
    path.write_bytes(lesson.read_bytes())

    assert ffmpeg.probe(path).picture


def test_a_turned_film_is_seen_upright(studio):
    flat = studio.film("flat.mp4", size="320x180")
    turned = studio.cut("turned.mp4", "-i", str(flat), "-c", "copy", "-metadata:s:v:0", "rotate=90")

    picture = ffmpeg.probe(turned).picture

    assert picture
    assert (picture.width, picture.height) == (180, 320)


def test_pixels_are_made_square(studio):
    wide = studio.cut("wide.mp4", "-f", "lavfi", "-i", "testsrc=d=1:s=180x144:r=5,setsar=16/11")

    picture = ffmpeg.probe(wide).picture

    assert picture
    assert (picture.width, picture.height) == (262, 144)


def test_a_banner_is_no_film(studio):
    banner = studio.cut("banner.mp4", "-f", "lavfi", "-i", "testsrc=d=1:s=640x64:r=5")

    assert "640 : 64" in str(refusal_of(banner))


def test_a_picture_on_the_sleeve_is_no_picture_of_the_film(studio):
    sleeve = studio.cut("sleeve.png", "-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-frames:v", "1")
    song = studio.cut(
        "song.m4a",
        *("-f", "lavfi", "-i", "sine=d=2", "-i", str(sleeve), "-map", "0", "-map", "1"),
        *("-c:v", "png", "-disposition:v", "attached_pic"),
    )

    assert ffmpeg.probe(song).picture is None


def test_a_film_of_hundreds_of_tracks_is_refused(studio):
    many = [part for _ in range(17) for part in ("-map", "0")]
    film = studio.cut("many.mkv", "-f", "lavfi", "-i", "sine=d=1", *many, "-c:a", "pcm_s16le")

    assert "17" in str(refusal_of(film))


def test_what_ffmpeg_knows_and_we_do_not_want_stays_shut(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b".RMF\0\0\0\x12\0\1\0\0\0\0\0\0\0\6PROP" + bytes(3000))

    with pytest.raises(ffmpeg.Unusable) as caught:
        ffmpeg.probe(path)

    assert caught.value.message == refusals.unknown_container("rm")
    assert "not on whitelist" in caught.value.detail
