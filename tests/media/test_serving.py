"""Bytes under a signed address: before the application, without a session or a database."""

from datetime import timedelta

import pytest
from werkzeug.test import Client

from elearn import clock, media
from elearn.media.serving import Door

CONTENT = bytes(range(256)) * 8
SIZE = len(CONTENT)
SECRET = "a secret of a door"


@pytest.fixture
def kept(store, tmp_path):
    """A file that lies in the store: its SHA-256."""
    path = tmp_path / "film.mp4"
    path.write_bytes(CONTENT)
    return store.keep(path).sha256


@pytest.fixture
def client(store):
    """Who asks the door alone: behind it there is nothing."""
    return Client(Door(_nothing, lambda: (SECRET, store)))


def _nothing(_environ, start_response):
    start_response("418 I'm a teapot", [("Content-Length", "0")])
    return ()


@pytest.fixture
def address(kept):
    """`address()` is where a person fetches the file, for two hours unless it says otherwise."""

    def address(name="240p.mp4", content=kept, *, hours=2):
        permit = media.Permit(7, 12, clock.now() + timedelta(hours=hours))
        return media.file_address(SECRET, permit, content, name)

    return address


@pytest.fixture
def fetch(client, address):
    """`fetch(Range=…)` asks for the file with these headers."""
    return lambda **headers: client.get(address(), headers=_dashed(headers), buffered=True)


def _dashed(headers):
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("480p.mp4", "video/mp4"), ("audio.m4a", "audio/mp4"), ("slide-12.webp", "image/webp")],
)
def test_whoever_holds_an_address_gets_the_bytes(client, address, name, media_type):
    answer = client.get(address(name), buffered=True)

    assert (answer.status_code, answer.content_type) == (200, media_type)
    assert answer.data == CONTENT
    assert answer.headers["Cache-Control"] == "private, max-age=86400, immutable"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Set-Cookie" not in answer.headers


def test_all_else_is_for_the_application(client):
    for path in ("/", "/library", "/media/file", "/lectures/HV-15"):
        assert client.get(path).status_code == 418


def test_the_application_has_the_door_and_asks_nothing(app, here, kept, count_queries):
    permit = media.Permit(7, 12, clock.now() + timedelta(hours=2))
    path = media.file_address(here.settings.secret_key, permit, kept, "240p.mp4")
    with count_queries() as queries:
        answer = app.test_client().get(path, buffered=True)

    assert answer.data == CONTENT
    assert queries == []


def test_an_address_that_has_run_out_says_what_to_do(client, address):
    answer = client.get(address(hours=-1), buffered=True)

    assert answer.status_code == 403
    assert "Mở lại trang bài giảng" in answer.text


@pytest.mark.parametrize(
    "altered",
    [
        lambda path: path.replace("/12/", "/13/"),  # Somebody else's.
        lambda path: path.replace("240p", "480p"),
        lambda path: path.replace("/files/1", "/files/2"),  # For some years longer.
        lambda path: path.rsplit("/", 1)[0] + "/../../../../etc/passwd",
        lambda path: path.rsplit("/", 1)[0] + "/%2e%2e/%2e%2e/secret-key",
        lambda path: path.rsplit("/", 2)[0] + "/" + "0" * 64 + "/240p.mp4",
        lambda path: path.rsplit("/", 1)[0] + "/",
        lambda _path: "/media/files/",
        lambda _path: "/media/files/../../secret-key",
        lambda path: path + "%00",
    ],
)
def test_no_other_address_gives_anything(client, address, altered):
    answer = client.get(altered(address()), buffered=True)

    assert answer.status_code == 404
    assert CONTENT[:20] not in answer.data


def test_a_file_that_is_gone_is_not_found(client, address, store, kept):
    store.discard(kept)

    assert client.get(address(), buffered=True).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Referer": "https://elsewhere.example/page"},
        {"Referer": "http://localhost.elsewhere.example/"},
        {"Referer": "http://localhost@elsewhere.example/"},
        {"Referer": "anything"},
    ],
)
def test_the_page_of_another_site_cannot_show_it(fetch, headers):
    answer = fetch(**headers)

    assert answer.status_code == 403
    assert CONTENT[:20] not in answer.data


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "same-origin"},
        {"Sec_Fetch_Site": "none"},
        {"Referer": "http://localhost/lectures/HV-15"},
        {"Referer": "http://localhost"},
    ],
)
def test_a_page_of_ours_shows_it(fetch, headers):
    assert fetch(**headers).data == CONTENT


def test_a_range_is_answered_with_just_that_range(fetch):
    answer = fetch(Range="bytes=100-199")

    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes 100-199/{SIZE}"
    assert answer.data == CONTENT[100:200]


def test_a_range_of_a_file_that_has_changed_is_answered_with_the_whole(fetch, kept):
    same = fetch(Range="bytes=0-9", If_Range=f'"{kept}"')
    other = fetch(Range="bytes=0-9", If_Range='"another"')

    assert (same.status_code, len(same.data)) == (206, 10)
    assert (other.status_code, len(other.data)) == (200, SIZE)


def test_a_range_past_the_end_is_refused(fetch):
    answer = fetch(Range=f"bytes={SIZE}-")

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{SIZE}"


def test_what_the_browser_has_is_not_sent_again(fetch, kept):
    assert fetch(If_None_Match=f'"{kept}"').status_code == 304
    assert fetch(If_None_Match='"another"').data == CONTENT


def test_the_head_alone_tells_the_length(client, address):
    answer = client.head(address(), buffered=True)

    assert answer.headers["Content-Length"] == str(SIZE)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.data == b""


def test_nothing_can_be_done_to_a_file(client, address):
    for method in (client.post, client.put, client.delete):
        answer = method(address())
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
