"""The real nginx with the configuration we ship: it refuses and hands out what Python does."""

import http.client
from contextlib import closing
from datetime import timedelta
from functools import partial

import pytest
from werkzeug.test import Client

from elearn import clock, media
from elearn.media import nginx
from elearn.media.nginx import Files, Site
from elearn.media.serving import Door
from elearn.storage import Directory
from tests.media import webserver

CONTENT = bytes(range(256)) * 400
SIZE = len(CONTENT)
SECRET = "a secret that nginx is not told"
#: What both must say alike; what is left is the server's name, the time, and how it is sent.
SAID = (
    *("Content-Type", "Content-Length", "Content-Range", "ETag", "Cache-Control"),
    *("Cross-Origin-Resource-Policy", "X-Content-Type-Options", "Last-Modified"),
)


@pytest.fixture(scope="module")
def lying(tmp_path_factory):
    """A store with a film in it, and the name of its bytes."""
    folder = tmp_path_factory.mktemp("store")
    film = folder / "film.mp4"
    film.write_bytes(CONTENT)
    store = Directory(folder / "files")
    return store, store.keep(film).sha256


@pytest.fixture(scope="module")
def server(lying, tmp_path_factory):
    """The address of an nginx that hands out the files of the store."""
    prefix = tmp_path_factory.mktemp("nginx")
    store, _ = lying
    with webserver.listening() as listener:
        host, port = listener.getsockname()
        site = Site(host, f"{host}:{port}", "127.0.0.1:9", prefix)
        made = nginx.configuration(
            site, Files(store.folder), secret_key=SECRET, upload_limit_mb=2048
        )
        with webserver.serving(made, prefix, listener):
            yield f"{host}:{port}"


def ask(server, path, method="GET", **headers):
    """Return what a server answers, asked word for word."""
    dashed = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection(server, timeout=60)) as connection:
        connection.request(method, path, headers={"Connection": "close", **dashed})
        answer = connection.getresponse()
        return answer.status, answer.read(), dict(answer.headers)


@pytest.fixture
def by_nginx(server):
    """`by_nginx(path, …)` asks nginx."""
    return partial(ask, server)


@pytest.fixture
def by_python(server, lying):
    """`by_python(path, …)` asks our own door the same under the same name."""
    client = Client(Door(_nothing, lambda: (SECRET, lying[0])))

    def ask(path, method="GET", **headers):
        dashed = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = client.open(path, method=method, headers={"Host": server, **dashed}, buffered=True)
        return answer.status_code, answer.data, dict(answer.headers)

    return ask


def _nothing(_environ, start_response):
    start_response("404 Not Found", [("Content-Length", "0")])
    return ()


@pytest.fixture
def address(lying):
    """`address()` is where person 12 fetches the film for two hours."""

    def address(name="240p.mp4", *, person=12, hours=2):
        permit = media.Permit(7, person, clock.now() + timedelta(hours=hours))
        return media.file_address(SECRET, permit, lying[1], name)

    return address


@pytest.fixture
def both(by_nginx, by_python, address):
    """`both(…)` asks both for the film, and returns how each answers."""
    return lambda **headers: tuple(ask(address(), **headers)[0] for ask in (by_nginx, by_python))


def said(headers):
    return {name: headers[name] for name in SAID if name in headers}


RANGES = [
    *(
        "bytes=0-83999",
        "bytes=84000-",
        "bytes=-500",
        "bytes=100-199",
        "bytes=0-0",
        "bytes=5-999999",
    ),
    *("BYTES=1-2", "bytes= 3 - 4", "bytes=0-9,20-29", "bytes=0-9,999999-", "pages=1-2"),
    *(f"bytes={SIZE - 1}-", f"bytes={SIZE}-", "bytes=9-5", "bytes=a-b", "bytes=-0", "bytes=-"),
]


@pytest.mark.parametrize("wanted", RANGES)
def test_each_range_comes_byte_for_byte_as_python_sends_it(by_nginx, by_python, address, wanted):
    path = address()
    status, body, headers = by_nginx(path, Range=wanted)
    expected_status, expected, expected_headers = by_python(path, Range=wanted)

    assert status == expected_status
    if status != 416:  # Of a refusal nginx makes a page.
        assert (body, said(headers)) == (expected, said(expected_headers))
    assert headers.get("Content-Range") == expected_headers.get("Content-Range")


@pytest.mark.parametrize("name", ["240p.mp4", "opus.m4a", "slide-12.webp"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_whole_and_its_head_are_those_of_python(by_nginx, by_python, address, name, method):
    path = address(name)
    status, body, headers = by_nginx(path, method)
    expected_status, expected, expected_headers = by_python(path, method)

    assert (status, body) == (expected_status, expected)
    assert said(headers) == said(expected_headers)


def test_what_the_browser_has_is_not_sent_again(by_nginx, by_python, address, lying):
    path, tag = address(), f'"{lying[1]}"'
    for headers in (
        {"If_None_Match": tag},
        {"If_None_Match": f'"another", W/{tag}'},
        {"If_None_Match": '"another"'},
        {"If_Modified_Since": "Mon, 01 Jan 2035 00:00:00 GMT"},
        {"Range": "bytes=0-9", "If_Range": tag},
        {"Range": "bytes=0-9", "If_Range": '"another"'},
        {"Range": "bytes=0-9", "If_Range": "Mon, 01 Jan 2035 00:00:00 GMT"},
    ):
        assert by_nginx(path, **headers)[:2] == by_python(path, **headers)[:2], headers


ALTERED = [
    (lambda path: path, 200),
    (lambda path: path.replace("/12/", "/13/"), 404),  # Somebody else's.
    (lambda path: path.replace("240p", "480p"), 404),
    (lambda path: path.replace("/files/1", "/files/2"), 404),  # For some years longer.
    (lambda path: path.replace("/12/", "/012/"), 404),
    (lambda path: path.rsplit("/", 2)[0] + "/" + "0" * 64 + "/240p.mp4", 404),
    (lambda path: path.rsplit("/", 1)[0] + "/", 404),
    (lambda path: path.rsplit("/", 2)[0] + "/", 404),
    (lambda path: path.rsplit("/", 1)[0] + "/../../../../../../etc/passwd", 404),
    (lambda path: path.rsplit("/", 1)[0] + "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404),
    (lambda path: path.rsplit("/", 1)[0] + "/..%2f..%2fsecret-key", 404),
    (lambda path: path + "/", 404),
    (lambda path: path.upper(), 404),
    (lambda path: "/media/files" + "/" * path.count("/"), 404),
    (lambda path: path.partition("/1")[0] + "/", 404),
]


@pytest.mark.parametrize(("altered", "status"), ALTERED)
def test_no_other_address_gives_anything(by_nginx, by_python, address, altered, status):
    path = altered(address())

    answered, body, _ = by_nginx(path)

    assert by_python(path)[0] == status
    # What is no address of a file once its dots are followed is for the application: not there.
    assert answered == status or (status, answered) == (404, 502)
    assert (CONTENT[:20] in body) == (status == 200)


def test_no_letter_of_the_signature_can_be_changed(by_nginx, address):
    path = address()
    start = path.index("/12/") + len("/12/")

    for place in range(start, start + 22):
        other = "A" if path[place] != "A" else "B"
        assert by_nginx(path[:place] + other + path[place + 1 :])[0] == 404


def test_an_address_that_has_run_out_is_refused_as_such(by_nginx, by_python, address):
    path = address(hours=-1)

    assert by_nginx(path)[0] == by_python(path)[0] == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-origin"}, 200),
        ({"Sec_Fetch_Site": "none"}, 200),
        ({"Referer": "https://elsewhere.example/page"}, 403),
        ({"Referer": "http://{host}.elsewhere.example/"}, 403),
        ({"Referer": "http://{host}@elsewhere.example/"}, 403),
        ({"Referer": "http://elsewhere.example/http://{host}/"}, 403),
        ({"Referer": "anything"}, 403),
        ({"Referer": "http://{host}/lectures/HV-15?t=3"}, 200),
        ({"Referer": "https://{host}"}, 200),
    ],
)
def test_only_pages_of_ours_show_a_film(both, server, headers, status):
    named = {name: text.format(host=server) for name, text in headers.items()}

    assert both(**named) == (status, status)


def test_nothing_can_be_done_to_a_file(by_nginx, by_python, address):
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert by_nginx(address(), method)[0] == by_python(address(), method)[0] == 405


def test_the_log_names_who_fetched_and_nothing_by_which_others_could(address, lying, tmp_path):
    with webserver.listening() as listener:
        host, port = listener.getsockname()
        site = Site(host, f"{host}:{port}", "127.0.0.1:9", tmp_path)
        made = nginx.configuration(
            site, Files(lying[0].folder), secret_key=SECRET, upload_limit_mb=1
        )
        with webserver.serving(made, tmp_path, listener):
            assert ask(f"{host}:{port}", address())[0] == 200
    (line,) = (tmp_path / "elearn-files.log").read_text().splitlines()

    assert "person=12" in line
    assert f"{lying[1]} 240p.mp4" in line
    assert address().split("/")[5] not in line
