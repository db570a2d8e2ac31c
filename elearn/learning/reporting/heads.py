"""A request that brings reports, where it is a plain one; all else is read by the web server."""

import re
from dataclasses import dataclass

from elearn.learning.reporting.asking import is_from_our_page

_FIRST = b"POST /watching/reports HTTP/1.1\r\n"
#: Read from left to right and never back: a line of blanks must not hold up the loop.
_LINE = re.compile(r"([A-Za-z0-9-]+):([ -~]*)", re.ASCII)
_END = b"\r\n\r\n"
_MOST_HEAD, _MOST_BODY = 8192, 65_536
#: The most bytes of a plain request.
MOST_BYTES = _MOST_HEAD + _MOST_BODY
#: With any of these a request wants more than an answer, or its body is not what it looks like.
_MORE = {
    *("HTTP_TRANSFER_ENCODING", "HTTP_CONTENT_ENCODING", "HTTP_EXPECT", "HTTP_UPGRADE"),
    *("HTTP_TE", "HTTP_TRAILER"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A whole request: its cookies and its body."""

    cookies: str
    body: bytes


def read(data: bytes) -> Asked | int | None:
    """Return a request; or of how many bytes at least it will be; or nothing, unless it is plain.

    Plain is one whole request with nothing after it, each field on a line of its own and there
    once, sent by a page of ours.
    """
    if not data or not data.startswith(_FIRST[: len(data)]):
        return None
    end = data.find(_END)
    if end < 0:
        return len(data) + 1 if len(data) < _MOST_HEAD else None
    if end > _MOST_HEAD:
        return None
    headers = _headers(data[len(_FIRST) : end])
    if headers is None or not _is_plain(headers):
        return None
    size = end + len(_END) + int(headers["HTTP_CONTENT_LENGTH"])
    if len(data) < size:
        return size
    whole = Asked(headers.get("HTTP_COOKIE", ""), data[end + len(_END) :])
    return whole if len(data) == size else None


def _headers(lines: bytes) -> dict[str, str] | None:
    """Return the fields as WSGI names them."""
    headers: dict[str, str] = {}
    for line in lines.decode("latin-1").split("\r\n"):
        field = _LINE.fullmatch(line)
        name = field and f"HTTP_{field[1].upper().replace('-', '_')}"
        if field is None or not name or name in headers:
            return None
        headers[name] = field[2].strip()
    headers["CONTENT_TYPE"] = headers.get("HTTP_CONTENT_TYPE", "")
    return headers


def _is_plain(headers: dict[str, str]) -> bool:
    stays = headers.get("HTTP_CONNECTION", "keep-alive").lower() == "keep-alive"
    length = headers.get("HTTP_CONTENT_LENGTH", "")
    is_short = length.isdecimal() and len(length) < 6 and int(length) <= _MOST_BODY
    is_alone = "HTTP_HOST" in headers and not _MORE & headers.keys()
    return stays and is_short and is_alone and is_from_our_page(headers)
