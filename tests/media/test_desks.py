"""The desk beside the threads, under a real gunicorn with one thread."""

import http.client
import socket
from contextlib import closing

import pytest

from tests.media.plain_site import PAGE

HEAD = (
    b"POST /watching/reports HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
    b"Sec-Fetch-Site: same-origin\r\nContent-Length: "
)


@pytest.fixture
def client(server):
    with socket.create_connection(server, timeout=60) as client:
        yield client


def request(body):
    return HEAD + str(len(body)).encode() + b"\r\n\r\n" + body


def answer(client):
    """Return the status and the body of the next answer."""
    with closing(http.client.HTTPResponse(client)) as told:
        told.begin()
        return told.status, told.read()


def test_one_connection_is_kept_for_one_request_after_another(client):
    for body in (b"1", b"22", b"3" * 5000):
        client.sendall(request(body))
        assert answer(client) == (200, body)


def test_what_the_desk_leaves_alone_a_page_answers_and_the_desk_the_next(client):
    client.sendall(request(b"a page, please"))
    assert answer(client) == (200, PAGE)
    client.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    assert answer(client) == (200, PAGE)
    client.sendall(request(b"1"))
    assert answer(client) == (200, b"1")


def test_a_request_that_comes_in_pieces_is_waited_for_by_the_loop(client):
    whole = request(b"4" * 100)
    for piece in (whole[:9], whole[9:200], whole[200:]):
        client.sendall(piece)

    assert answer(client) == (200, b"4" * 100)


def test_who_stops_half_way_is_left_to_the_web_server_and_holds_nobody_up(server, client):
    with socket.create_connection(server, timeout=60) as other:
        other.sendall(request(b"5" * 100)[:-50])
        other.shutdown(socket.SHUT_WR)
        client.sendall(request(b"5"))
        assert answer(client) == (200, b"5")
        assert answer(other) == (200, PAGE)


def test_a_request_with_another_behind_it_is_left_to_the_web_server(client):
    client.sendall(request(b"6") + b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
    with client.makefile("rb") as answers:
        told = answers.read()

    assert told.count(PAGE) == 2


def test_who_is_turned_away_keeps_the_connection(client):
    client.sendall(request(b"!"))
    assert answer(client) == (503, b"")
    client.sendall(request(b"7"))
    assert answer(client) == (200, b"7")
