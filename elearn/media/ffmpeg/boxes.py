"""Walks the boxes of an MP4 or MOV: what its index says before any program believes it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from struct import unpack

FIRST = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"styp", b"pnot")
_MOST_INDEX = 64 << 20  # The index of a six-hour film has a few megabytes.
_MOST_BOXES = 10_000  # A film has some ten before its index; a file of millions is made to hurt.
_WAY = (b"trak", b"mdia", b"minf", b"dinf", b"dref")  # To the places of a track's samples.
_ENTRY_AT = 8  # After version, flags and the number of entries.
_SELF_CONTAINED = 1
_LARGE_INDEX = b"\0\0\0\1moov"  # Its size stands behind its name, in eight bytes.
_SAMPLE_ENTRIES = (b"encv", b"enca", b"drmi", b"drms")

Box = tuple[bytes, bytes]


def index_of(path: Path) -> bytes:
    """Return the inside of the index (`moov`) of a file, nothing if it has none."""
    with path.open("rb") as file:
        for kind, start, size in islice(_outermost(path), _MOST_BOXES):
            if kind == b"moov":
                file.seek(start)
                head = 16 if file.read(8) == _LARGE_INDEX else 8
                file.seek(start + head)
                return file.read(min(size - head, _MOST_INDEX))
    return b""


def is_unfinished(path: Path) -> bool:
    """Return whether a file begins like an MP4 and has no index: the camera lost its power."""
    with path.open("rb") as file:
        head = file.read(8)
    return head[4:] in FIRST and not index_of(path)


def is_locked(index: bytes) -> bool:
    """Return whether the samples of a track are named as encrypted."""
    return any(kind in index for kind in _SAMPLE_ENTRIES) and (b"schm" in index or b"sinf" in index)


def track_count(index: bytes) -> int:
    """Return how many tracks an index lists."""
    return sum(kind == b"trak" for kind, _ in _inside(index))


def points_outside(index: bytes) -> bool:
    """Return whether the film, or the samples of one of its tracks, lie in another file."""
    if any(kind == b"rmra" for kind, _ in _inside(index)):
        return True
    return any(_is_elsewhere(places) for places in _at_end_of(index, _WAY))


def _is_elsewhere(places: bytes) -> bool:
    """Return whether one of the data references (`dref`) is not this file itself."""
    return any(not places_of[3] & _SELF_CONTAINED for _, places_of in _inside(places[_ENTRY_AT:]))


def _at_end_of(content: bytes, way: tuple[bytes, ...]) -> Iterator[bytes]:
    """Yield the insides of the boxes that lie at the end of the way."""
    for kind, inside in _inside(content):
        if kind != way[0]:
            continue
        if len(way) == 1:
            yield inside
        else:
            yield from _at_end_of(inside, way[1:])


def _inside(content: bytes) -> Iterator[Box]:
    """Yield kind and inside of the boxes within one, as far as they make sense."""
    start = 0
    while start + 12 <= len(content):
        size, kind = unpack(">I4s", content[start : start + 8])
        head = 8
        if size == 1:  # The true size stands behind the name.
            size, head = int.from_bytes(content[start + 8 : start + 16]), 16
        if size < head:
            return
        yield kind, content[start + head : start + size].ljust(4, b"\0")
        start += size


def _outermost(path: Path) -> Iterator[tuple[bytes, int, int]]:
    """Yield kind, start and size of the outermost boxes, as far as they make sense."""
    end, start = path.stat().st_size, 0
    with path.open("rb") as file:
        while start + 8 <= end:
            file.seek(start)
            size, kind = unpack(">I4s", file.read(8))
            if size == 1:
                size = int.from_bytes(file.read(8))
            if size == 0 and kind == b"moov":
                size = end - start
            if size < 8:
                return
            yield kind, start, size
            start += size
