"""Which requests are plain, and which are left to a page."""

import pytest

from elearn.learning.reporting.heads import Asked, read

BODY = b'{"reports":[]}'
PLAIN = (
    b"POST /watching/reports HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
    b"Cookie: session=abc\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 14\r\n\r\n" + BODY
)


def test_a_plain_request_is_read():
    assert read(PLAIN) == Asked("session=abc", BODY)


def test_of_a_part_it_is_told_how_much_must_come_at_least():
    assert read(PLAIN[:-3]) == len(PLAIN)
    assert read(PLAIN[:40]) == 41
    assert read(PLAIN[:3]) == 4


@pytest.mark.parametrize(
    ("found", "other"),
    [
        (BODY, BODY + b"GET / HTTP/1.1"),
        (b"POST /watching", b"GET /watching"),
        (b"/watching/reports", b"/watching"),
        (b"/watching/reports", b"/watching/reports?a=b"),
        (b"1.1", b"1.0"),
        (b"Host: here\r\n", b""),
        (b"Host: here", b"Host: here\r\nHost: there"),
        (b"Host: here", b"Host: here\r\n folded"),
        (b"Host: here", b"Host: here\r\nTransfer-Encoding: chunked"),
        (b"Host: here", b"Host: here\r\nContent-Encoding: gzip"),
        (b"Host: here", b"Host: here\r\nConnection: close"),
        (b"Host: here", b"Host: here\r\nExpect: 100-continue"),
        (b"here", b"h\xc3\xa9re"),
        (b"Host: here", b"Host: here\r\nA: " + b" " * 7000 + b"\x80"),
        (b"Host: here", b"Host: here\r\nA: a" + b" " * 7000 + b"\x80"),
        (b"Content-Length: 14\r\n", b""),
        (b"Content-Length: 14", b"Content-Length: +14"),
        (b"Content-Length: 14", b"Content-Length: 14, 14"),
        (b"Content-Length: 14", b"Content-Length: 99999"),
        (b"application/json", b"text/plain"),
        (b"same-origin", b"same-site"),
        (b"same-origin", b"cross-site"),
    ],
)
def test_whatever_is_not_plain_is_left_to_the_web_server(found, other):
    assert read(PLAIN.replace(found, other, 1)) is None


def test_a_head_that_is_too_long_is_left_to_the_web_server():
    assert read(PLAIN.replace(b"Host: here", b"Host: here\r\nA: " + b" " * 9000)) is None


def test_a_head_without_end_is_left_to_the_web_server():
    assert read(PLAIN.partition(b"\r\n\r\n")[0] + b"a" * 9000) is None


def test_nothing_is_no_request():
    assert read(b"") is None
