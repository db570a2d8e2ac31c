"""The door before the application: it reads an address, and hands out what that gives leave to."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from elearn import clock
from elearn.errors import Forbidden, NotFound, Refusal
from elearn.media import addresses
from elearn.media.serving import files, replies
from elearn.media.serving.asking import is_from_elsewhere
from elearn.media.serving.files import InBucket, OnDisk
from elearn.media.serving.replies import Reply
from elearn.storage import Store, StoreAway
from elearn.text import Message, msg

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_KEY = lru_cache(maxsize=8)(addresses.key_of)
_STATUS: dict[type[Refusal], str] = {NotFound: "404 Not Found", Forbidden: "403 Forbidden"}
_ELSEWHERE = msg("Bài giảng chỉ xem được trên trang của hệ thống, không nhúng vào trang khác.")
_GONE = msg("Tệp này không còn trên máy chủ. Báo cho người phụ trách bài giảng.")
_AWAY = msg("Kho tệp chưa trả lời. Thử lại sau ít phút; phần đã xem vẫn còn.")


@dataclass(frozen=True, slots=True)
class Out:
    """What goes out of a file on this machine, which is open; who sends it closes it."""

    reply: Reply
    file: int


class Door:
    """A WSGI application: files under their signed addresses, and all else asked of another."""

    def __init__(self, inner: "WSGIApplication", here: Callable[[], tuple[str, Store]]) -> None:
        """Stand before `inner`; `here` tells the secret of the house and where its files lie."""
        self._inner = inner
        self._here = here

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if not environ["PATH_INFO"].startswith(addresses.PREFIX):
            return self._inner(environ, start_response)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            start_response(
                "405 Method Not Allowed", [("Allow", "GET, HEAD"), ("Content-Length", "0")]
            )
            return ()
        try:
            return self._file(environ, start_response)
        except Refusal as refusal:
            return _told(environ, start_response, _STATUS[type(refusal)], refusal.message)
        except FileNotFoundError:
            return _told(environ, start_response, "404 Not Found", _GONE)
        except StoreAway:
            return _told(environ, start_response, "503 Service Unavailable", _AWAY)

    def on_disk(self, environ: Mapping[str, str]) -> Out | None:
        """Return what a plain request is answered with, if that lies on this machine.

        Refusals are not: they are told the other way, which is none too slow for them.
        """
        try:
            reply, file = self._found(environ)
            if not isinstance(file, OnDisk):
                return None
            return Out(reply, os.open(file.path, os.O_RDONLY | os.O_CLOEXEC))
        except (Refusal, OSError):
            return None

    def _found(self, environ: Mapping[str, str]) -> tuple[Reply, OnDisk | InBucket]:
        secret, store = self._here()
        leave = addresses.read(_KEY(secret), environ["PATH_INFO"], now=clock.now())
        if is_from_elsewhere(environ):
            raise Forbidden(_ELSEWHERE)
        file = files.find(store, leave.sha256)
        reply = replies.reply(leave, file.size, environ)
        return (reply if environ["REQUEST_METHOD"] == "GET" else reply.head), file

    def _file(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        reply, file = self._found(environ)
        body = file.bytes_of(reply.span, environ.get("wsgi.file_wrapper")) if reply.span else ()
        start_response(reply.status, reply.headers)
        return body


def _told(
    environ: "WSGIEnvironment", start_response: "StartResponse", status: str, message: Message
) -> Iterable[bytes]:
    text = str(message).encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(text))),
        ("Cache-Control", "no-store"),
        *replies.GUARDS,
    ]
    start_response(status, headers)
    return () if environ["REQUEST_METHOD"] == "HEAD" else (text,)
