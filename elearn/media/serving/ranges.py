"""Which bytes of a file are asked for: one range, or the whole of it. Read as nginx reads them."""

import re

_UNIT = "bytes="
_ONE = re.compile(r" *([0-9]{1,18})? *- *([0-9]{1,18})? *", re.ASCII)


class Unsatisfiable(Exception):
    """No such bytes are in the file."""


def asked(header: str, size: int) -> range | None:
    """Return the range that is asked for, or nothing where the whole file is.

    Of several ranges the whole is handed out, as anybody may do who hands out files.

    :raise Unsatisfiable: if they lie behind the end, or cannot be read.
    """
    if not header.lower().startswith(_UNIT):
        return None
    ranges = [_one(part, size) for part in header[len(_UNIT) :].split(",")]
    found = [one for one in ranges if one]
    if not found:
        raise Unsatisfiable
    return found[0] if len(found) == 1 else None


def _one(text: str, size: int) -> range:
    read = _ONE.fullmatch(text)
    if read is None or read.groups() == (None, None):
        raise Unsatisfiable
    first, last = read.groups()
    if first is None:
        return range(max(0, size - int(last)), size)
    return range(int(first), size if last is None else min(size, int(last) + 1))
