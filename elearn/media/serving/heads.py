"""The head of a request, where it is a plain one for a file; all else is read by the web server."""

import re

from elearn.media.addresses import PREFIX

_FIRST = re.compile(rf"(GET|HEAD) ({PREFIX}[A-Za-z0-9/._-]+) HTTP/1\.1", re.ASCII)
#: Read from left to right and never back: a line of blanks must not hold up the loop.
_LINE = re.compile(r"([A-Za-z0-9-]+):([ -~]*)", re.ASCII)
_END = b"\r\n\r\n"
#: With any of these a request is more than a head, or wants more than an answer.
_MORE = {
    *("HTTP_CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING", "HTTP_EXPECT", "HTTP_UPGRADE"),
    *("HTTP_IF_MATCH", "HTTP_TE", "HTTP_TRAILER"),
}


def read(head: bytes) -> dict[str, str] | None:
    """Return a request as WSGI names its parts, or nothing unless it is plain in every respect.

    Plain is one whole head with nothing after it, each field on a line of its own and there once.
    """
    if not head.startswith((b"GET ", b"HEAD ")) or head.find(_END) != len(head) - len(_END):
        return None
    first, *lines = head[: -len(_END)].decode("latin-1").split("\r\n")
    asked = _FIRST.fullmatch(first)
    if asked is None:
        return None
    environ = {"REQUEST_METHOD": asked[1], "PATH_INFO": asked[2]}
    for line in lines:
        field = _LINE.fullmatch(line)
        name = field and f"HTTP_{field[1].upper().replace('-', '_')}"
        if field is None or not name or name in environ:
            return None
        environ[name] = field[2].strip()
    return environ if _is_plain(environ) else None


def _is_plain(environ: dict[str, str]) -> bool:
    stays = environ.get("HTTP_CONNECTION", "keep-alive").lower() == "keep-alive"
    return stays and "HTTP_HOST" in environ and not _MORE & environ.keys()
