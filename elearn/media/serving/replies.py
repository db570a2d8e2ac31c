"""What is said about a file before its bytes: all of it, a range, nothing new, or no such range."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from elearn.media.addresses import Leave
from elearn.media.serving.ranges import Unsatisfiable, asked

Headers = list[tuple[str, str]]
# What lies under an address never changes. The phone may keep it, nothing between it and us may.
KEEP = "private, max-age=86400, immutable"
#: Other sites cannot show it, and no browser takes it for another kind than it is.
GUARDS = [("Cross-Origin-Resource-Policy", "same-origin"), ("X-Content-Type-Options", "nosniff")]


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, headers, and which bytes of the file go out."""

    status: str
    headers: Headers
    span: range = range(0)

    @property
    def head(self) -> "Reply":
        """Return the same without its bytes."""
        return replace(self, span=range(0))


def reply(leave: Leave, size: int, headers: Mapping[str, str]) -> Reply:
    """Return what is answered to a request with these headers, named as WSGI does."""
    tag = f'"{leave.sha256}"'
    common = [("ETag", tag), ("Cache-Control", KEEP), *GUARDS]
    if _knows(headers.get("HTTP_IF_NONE_MATCH", ""), tag):
        return Reply("304 Not Modified", common)
    common += [("Content-Type", leave.media_type), ("Accept-Ranges", "bytes")]
    try:
        span = asked(headers.get("HTTP_RANGE", ""), size) if _holds(headers, tag) else None
    except Unsatisfiable:
        told = [("Content-Range", f"bytes */{size}"), ("Content-Length", "0"), *GUARDS]
        return Reply("416 Range Not Satisfiable", told)
    if span is None:
        return Reply("200 OK", [*common, ("Content-Length", str(size))], range(size))
    where = f"bytes {span.start}-{span.stop - 1}/{size}"
    lengths = [("Content-Range", where), ("Content-Length", str(len(span)))]
    return Reply("206 Partial Content", [*common, *lengths], span)


def _knows(tags: str, tag: str) -> bool:
    return bool(tags) and (tags.strip() == "*" or tag in tags)


def _holds(headers: Mapping[str, str], tag: str) -> bool:
    """Return whether a range still means this file; an address stands for one, a date for none."""
    return headers.get("HTTP_IF_RANGE", tag) == tag
