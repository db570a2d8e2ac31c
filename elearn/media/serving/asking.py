"""Who asks for a file: a page of our own, or a page of somebody else that shows it as its own."""

import re
from collections.abc import Mapping

_HOST = re.compile(r"https?://([^/]+)(?:/.*)?", re.DOTALL)


def is_from_elsewhere(headers: Mapping[str, str]) -> bool:
    """Return whether another site has this browser fetch a file.

    A browser that says nothing of it, and a programme that is none, hold a permit as well: theirs
    names a person and runs out.
    """
    if headers.get("HTTP_SEC_FETCH_SITE") == "cross-site":
        return True
    referer = headers.get("HTTP_REFERER", "")
    if not referer:
        return False
    found = _HOST.fullmatch(referer)
    return found is None or found[1] != headers.get("HTTP_HOST", "")
