"""A site of one page behind the door of files, with a desk, to test a server alone by."""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from elearn.learning.reporting import heads, wire
from elearn.learning.reporting.heads import Asked
from elearn.media.serving import Door
from elearn.storage import Directory

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SECRET = "a secret of a plain site"
PAGE = b"a page"
CONTENT = bytes(range(256)) * 40_000  # More than a connection takes that nobody reads from.


class Desk:
    """Takes what reports are, and says back what it was told; some it leaves to the page."""

    most_bytes = heads.MOST_BYTES
    read = staticmethod(heads.read)

    def turned_away(self, asked: Asked) -> bytes | None:
        return b"HTTP/1.1 503 Full\r\nContent-Length: 0\r\n\r\n" if asked.body == b"!" else None

    def take(self, asked: Asked, done: Callable[[bytes | None], None]) -> None:
        answer = None if asked.body == b"a page, please" else wire.kept(asked.body)
        threading.Timer(0.01, done, [answer]).start()  # Later, and from elsewhere, as ours does.


class Site:
    """What gunicorn calls, made as Flask makes it."""

    def __init__(self, folder: Path) -> None:
        self.extensions = {"desk": Desk()}
        self.wsgi_app = Door(_page, lambda: (SECRET, Directory(folder)))

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        return self.wsgi_app(environ, start_response)


def _page(_environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    start_response("200 OK", [("Content-Length", str(len(PAGE)))])
    return (PAGE,)


def application() -> Site:
    """Return the site of the folder named in the environment."""
    return Site(Path(os.environ["PLAIN_SITE"]))
