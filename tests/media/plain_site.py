"""A site of one page behind the door of files, for a server that is to be tested alone."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from elearn.media.serving import Door
from elearn.storage import Directory

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SECRET = "a secret of a plain site"
PAGE = b"a page"


class Site:
    """What gunicorn calls, made as Flask makes it."""

    def __init__(self, folder: Path) -> None:
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
