"""The desk's own thread: all are answered, whatever happens to one of them."""

from queue import Queue

import pytest

from elearn.learning.reporting import Board, Desk, House, Pace
from elearn.learning.reporting.heads import Asked

SESSION = "0123456789abcdef" * 2
BODY = b'{"reports":[{"session":"%s"}]}' % SESSION.encode()


@pytest.fixture
def desk(here):
    def token_in(cookies):
        if cookies == "broken":
            raise RuntimeError(cookies)

    return Desk(lambda: House(here.database, token_in), Pace(60, Board()))


def answers(desk, *cookies):
    """Return what is answered to requests with these cookies, by cookie."""
    told: Queue[tuple[str, bytes | None]] = Queue()
    for one in cookies:
        desk.take(Asked(one, BODY), lambda answer, one=one: told.put((one, answer)))
    return dict(told.get(timeout=60) for _ in cookies)


def test_what_is_for_a_page_is_given_back(desk):
    assert answers(desk, "a", "b") == {"a": None, "b": None}


def test_one_that_cannot_be_answered_spoils_no_other(desk, caplog):
    told = answers(desk, "a", "broken", "b")

    assert (told["a"], told["b"]) == (None, None)
    assert told["broken"].startswith(b"HTTP/1.1 503 Service Unavailable\r\n")
    assert b"\r\nRetry-After: 60\r\n" in told["broken"]
    assert told["broken"].endswith(b'\r\n\r\n{"interval":60}')
    assert "a request with reports failed" in caplog.text
