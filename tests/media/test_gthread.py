"""The web worker under a real gunicorn: files go out beside its threads, all else by them."""

import http.client
import socket
from contextlib import ExitStack, closing
from datetime import timedelta

import pytest

from elearn import clock, media
from elearn.media.serving import heads
from tests.media import plain_site
from tests.media.plain_site import CONTENT

SIZE = len(CONTENT)


@pytest.fixture
def connection(server):
    """One connection that is kept from request to request."""
    host, port = server
    with closing(http.client.HTTPConnection(host, port, timeout=60)) as connection:
        yield connection


@pytest.fixture
def ask(connection):
    def ask(path, method="GET", **headers):
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers

    return ask


@pytest.fixture
def address(kept):
    def address(*, hours=2):
        permit = media.Permit(7, 12, clock.now() + timedelta(hours=hours))
        return media.file_address(plain_site.SECRET, permit, kept[1], "240p.mp4")

    return address


def test_one_connection_fetches_stretches_and_pages_by_turns(ask, address):
    for first in (0, 84_000, SIZE - 84_000):
        wanted = f"bytes={first}-{first + 83_999}"
        status, body, headers = ask(address(), Range=wanted)
        assert (status, body) == (206, CONTENT[first : first + 84_000])
        assert headers["Content-Range"] == f"bytes {first}-{first + 83_999}/{SIZE}"
        assert ask("/")[:2] == (200, plain_site.PAGE)


def test_the_whole_its_head_and_what_is_known_of_it(ask, address, kept):
    assert ask(address())[:2] == (200, CONTENT)
    status, body, headers = ask(address(), "HEAD")
    assert (status, body, headers["Content-Length"]) == (200, b"", str(SIZE))
    assert ask(address(), **{"If-None-Match": f'"{kept[1]}"'})[0] == 304
    assert ask(address(), Range=f"bytes={SIZE}-")[0] == 416
    assert ask(address(), Range="bytes=0-9")[:2] == (206, CONTENT[:10])


def test_what_is_refused_is_refused_in_words_on_the_same_connection(ask, address):
    assert ask(address().replace("/12/", "/13/"))[0] == 404
    status, body, _ = ask(address(hours=-1))
    assert (status, "Mở lại trang bài giảng" in body.decode()) == (403, True)
    assert ask(address(), **{"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert ask(address(), "POST")[0] == 405
    assert ask(address(), Range="bytes=5-6")[1] == CONTENT[5:7]


def test_phones_that_take_nothing_hold_nobody_up(server, ask, address):
    """There is one thread; each of these would hold it for as long as its phone is silent."""
    wanted = f"GET {address()} HTTP/1.1\r\nHost: here\r\n\r\n".encode()
    with ExitStack() as stack:
        slow = [stack.enter_context(socket.create_connection(server)) for _ in range(8)]
        for one in slow:
            one.sendall(wanted)
            assert one.recv(12) == b"HTTP/1.1 200"

        assert ask("/")[:2] == (200, plain_site.PAGE)
        assert ask(address(), Range="bytes=0-83999")[1] == CONTENT[:84_000]
        slow[0].shutdown(socket.SHUT_WR)
        assert ask("/")[:2] == (200, plain_site.PAGE)
        assert _rest(slow[1]).endswith(CONTENT)


def _rest(connection):
    """Return what comes until a whole film has come."""
    found = bytearray()
    while len(found) < SIZE + found.find(b"\r\n\r\n") + 4:
        found += connection.recv(1 << 20)
    return bytes(found)


def test_requests_sent_at_once_are_answered_one_after_another(server, address):
    head = f"GET {address()} HTTP/1.1\r\nHost: here\r\nRange: bytes=0-9\r\n".encode()
    with socket.create_connection(server) as client, client.makefile("rb") as answers:
        client.sendall(head + b"\r\n" + head + b"Connection: close\r\n\r\n")
        told = answers.read()

    assert told.count(b"HTTP/1.1 206") == 2
    assert told.count(b"\r\n\r\n" + CONTENT[:10]) == 2


def test_a_head_that_comes_in_pieces_is_answered(server, address):
    head = f"GET {address()} HTTP/1.1\r\nHost: here\r\nRange: bytes=0-9\r\n\r\n".encode()
    with socket.create_connection(server) as client, client.makefile("rb") as answers:
        client.sendall(head[:50])
        client.sendall(head[50:])
        first = answers.readline()

    assert first.startswith(b"HTTP/1.1 206")


PLAIN = b"GET /media/files/1/2 HTTP/1.1\r\nHost: here\r\nRange: bytes=0-9\r\n\r\n"


def test_a_plain_head_is_read():
    assert heads.read(PLAIN) == {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/media/files/1/2",
        "HTTP_HOST": "here",
        "HTTP_RANGE": "bytes=0-9",
    }


@pytest.mark.parametrize(
    ("found", "other"),
    [
        (b"\r\n\r\n", b"\r\n\r\nGET / HTTP/1.1"),
        (b"\r\n\r\n", b"\r\n"),
        (b"\r\n\r\n", b"\n\n"),
        (b"\r\nRange", b"\nRange"),
        (b"GET", b"POST"),
        (b"GET", b"get"),
        (b"1.1", b"1.0"),
        (b"/media/files", b"/media/fil%65s"),
        (b"/1/2", b"/1/%32"),
        (b"/1/2", b"/1/2?a=b"),
        (b"/1/2", b"/1/2#a"),
        (b"/media/files/", b"http://here/media/files/"),
        (b"/media/files/", b"//media/files/"),
        (b"/media/files/", b"/lectures/"),
        (b"Host: here\r\n", b""),
        (b"Host: here", b"Host: here\r\nHost: there"),
        (b"Host: here", b"Host : here"),
        (b"Host: here", b"Host: here\r\n folded"),
        (b"Host: here", b"Host: here\r\nContent-Length: 5"),
        (b"Host: here", b"Host: here\r\nContent_Length: 5"),
        (b"Host: here", b"Host: here\r\nTransfer-Encoding: chunked"),
        (b"Host: here", b"Host: here\r\nConnection: close"),
        (b"Host: here", b"Host: here\r\nExpect: 100-continue"),
        (b"Host: here", b"Host: here\r\nUpgrade: h2c"),
        (b"here", b"h\xc3\xa9re"),
        (b"here", b"he\x00re"),
        (b"here", b"here\r\nA: " + b" " * 7000 + b"\x00"),
        (b"here", b"here\r\nA: a" + b" " * 7000 + b"\x00"),
    ],
)
def test_a_head_that_is_not_plain_is_left_to_the_web_server(found, other):
    assert heads.read(PLAIN.replace(found, other, 1)) is None
