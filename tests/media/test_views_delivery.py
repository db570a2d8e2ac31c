"""Delivery: to whoever holds a permit, and to nobody else."""

from datetime import timedelta

import pytest

from elearn import clock, media
from elearn.media.models import Storyboard
from elearn.storage import remember
from tests.make import media as make
from tests.make import people

CONTENT = bytes(range(256)) * 8
PATHS = [
    "master.m3u8",
    "240p.m3u8",
    "240p.mp4",
    "audio.mp4",
    "poster.webp",
    "captions/vi.vtt",
    "storyboard.vtt",
]


@pytest.fixture
def film(db, store, tmp_path):
    """A version whose bytes lie in the store."""
    path = tmp_path / "film.mp4"
    path.write_bytes(CONTENT)
    file = remember(db, store, path, media_type="video/mp4", now=clock.now())
    version = make.medium_version(db, poster_id=file.id)
    for name in ("480p", "240p", "audio"):
        make.rendition(db, version, name, file_id=file.id)
    make.caption(db, version)
    facts = {"tile_width": 160, "tile_height": 90, "columns": 10, "tiles": 60, "interval_ms": 10000}
    db.add(Storyboard(version_id=version.id, file_id=file.id, **facts))
    db.commit()
    return version


@pytest.fixture
def permitted(db, film, settings):
    """`permitted(path)` is the address of something of the film under a permit."""

    person, now = people.person(db), clock.now()

    def permitted(path, version_id=None, *, hours=2):
        until = now + timedelta(hours=hours)
        key = settings.secret_key
        token = media.permit(key, version_id or film.id, person.id, until=until)
        return f"/media/permits/{token}/{path}"

    return permitted


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("master.m3u8", "application/vnd.apple.mpegurl; charset=utf-8"),
        ("240p.m3u8", "application/vnd.apple.mpegurl; charset=utf-8"),
        ("240p.mp4", "video/mp4"),
        ("audio.mp4", "audio/mp4"),
        ("poster.webp", "image/webp"),
        ("captions/vi.vtt", "text/vtt; charset=utf-8"),
        ("storyboard.vtt", "text/vtt; charset=utf-8"),
    ],
)
def test_a_permit_is_enough(client, permitted, path, media_type):
    answer = client.get(permitted(path), buffered=True, follow_redirects=True)

    assert answer.status_code == 200
    assert answer.content_type == media_type
    assert "private" in answer.headers["Cache-Control"]
    assert "no-store" not in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", PATHS)
def test_a_permit_that_has_run_out_is_refused(client, permitted, path):
    answer = client.get(permitted(path, hours=-1), buffered=True)

    assert answer.status_code == 403
    assert "Mở lại trang bài giảng" in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_a_forged_permit_is_unknown(client, permitted, path):
    address = permitted(path)
    forged = address[:20] + ("A" if address[20] != "A" else "B") + address[21:]

    assert client.get(forged, buffered=True).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_a_permit_for_another_version_opens_nothing_here(client, db, permitted, path):
    other = make.medium_version(db, seconds=5)
    db.commit()

    assert client.get(permitted(path, other.id), buffered=True).status_code == 404


@pytest.mark.parametrize("path", ["1080p.mp4", "1080p.m3u8", "captions/en.vtt", "..%2f.mp4"])
def test_what_a_version_does_not_have_is_not_found(client, permitted, path):
    assert client.get(permitted(path), buffered=True).status_code == 404


def test_the_master_playlist_leads_to_its_neighbours(client, permitted):
    text = client.get(permitted("master.m3u8"), buffered=True).text

    assert [line for line in text.splitlines() if not line.startswith("#")] == [
        "240p.m3u8",
        "480p.m3u8",
    ]


def test_the_master_playlist_may_be_kept_below_a_height(client, permitted):
    text = client.get(permitted("master.m3u8?max=240"), buffered=True).text

    assert "480p" not in text


def test_a_playlist_leads_to_the_signed_address_of_the_bytes(client, permitted):
    text = client.get(permitted("240p.m3u8"), buffered=True).text

    address = client.get(permitted("240p.mp4"), buffered=True).location
    assert address.startswith("/media/files/")
    assert f'#EXT-X-MAP:URI="{address}",BYTERANGE="100@0"' in text
    assert f"\n{address}\n" in text


def test_the_pictures_of_a_storyboard_lie_in_one_signed_sheet(client, permitted):
    text = client.get(permitted("storyboard.vtt"), buffered=True).text

    sheet, place = text.splitlines()[3].split("#")
    assert place == "xywh=0,0,160,90"
    assert client.get(sheet, buffered=True).data == CONTENT


def test_a_playlist_of_hundreds_of_segments_costs_a_phone_little(client, permitted, db, film):
    rendition = next(one for one in film.renditions if one.name == "240p")
    segment = "#EXTINF:4.000000,\n#EXT-X-BYTERANGE:84591@1370\n240p.mp4\n"
    rendition.playlist = rendition.playlist + segment * 675
    db.commit()

    address = permitted("240p.m3u8")
    answer = client.get(address, headers={"Accept-Encoding": "gzip"}, buffered=True)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < 2000


def test_an_address_of_before_asks_the_database_once_and_leads_to_the_bytes(
    client, permitted, count_queries
):
    with count_queries() as queries:
        answer = client.get(permitted("240p.mp4"), buffered=True)
    with count_queries() as asked_by_bytes:
        bytes_of = client.get(answer.location, headers={"Range": "bytes=0-9"}, buffered=True)

    assert answer.status_code == 302
    assert bytes_of.data == CONTENT[:10]
    assert (len(queries), asked_by_bytes) == (1, [])
