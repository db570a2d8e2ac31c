"""Files by content: what a file is called, and how its bytes are gone through."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

BLOCK = 1 << 20
_HEXADECIMAL = frozenset("0123456789abcdef")


class Kept(NamedTuple):
    """A file that lies in the store: the name of its bytes, and how many there are."""

    sha256: str
    size: int


class Lying(NamedTuple):
    """Something found in the store: its name, how many bytes, and when it was kept last."""

    name: str
    size: int
    kept_at: datetime


def is_name(name: str) -> bool:
    """Return whether something may be called so: by a SHA-256."""
    return len(name) == 64 and set(name) <= _HEXADECIMAL


def blocks(path: Path) -> Iterator[bytes]:
    """Return the bytes of a file, some at a time."""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def digest(parts: Iterator[bytes], into: BinaryIO | None = None) -> Kept:
    """Return the name and the size of what comes, and write it into a file if there is one."""
    known, size = hashlib.sha256(), 0
    for part in parts:
        known.update(part)
        size += len(part)
        if into:
            into.write(part)
    return Kept(known.hexdigest(), size)
