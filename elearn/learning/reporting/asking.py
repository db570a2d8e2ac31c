"""Who sends a report: a page of our own, or a page of somebody else in the same browser."""

import re
from collections.abc import Mapping

_HOST = re.compile(r"https?://([^/]+)(?:/.*)?", re.DOTALL)


def is_from_our_page(headers: Mapping[str, str]) -> bool:
    """Return whether a page of this host sends JSON, by the request's headers, named as WSGI does.

    A page leaves by `sendBeacon`, which can carry no token. A form of another site cannot send
    JSON, and no browser lets a script lie about where it comes from.
    """
    kind = headers.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    return kind == "application/json" and _is_ours(headers)


def _is_ours(headers: Mapping[str, str]) -> bool:
    if site := headers.get("HTTP_SEC_FETCH_SITE"):
        return site == "same-origin"
    page = headers.get("HTTP_ORIGIN") or headers.get("HTTP_REFERER") or ""
    found = _HOST.fullmatch(page)
    return found is not None and found[1] == headers.get("HTTP_HOST")
