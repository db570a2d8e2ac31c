"""Says from its first bytes what a file is that we refuse before any program opens it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from struct import unpack

from elearn.media.ffmpeg import refusals
from elearn.media.ffmpeg.refusals import Unusable
from elearn.text import Message

_HEAD = 512
_MOST_MOOV = 64 << 20  # The index of a six-hour film has a few megabytes.
_MOST_BOXES = 10_000  # A film has some ten before its index; a file of millions is made to hurt.

_LISTS = (b"#extm3u", b"ffconcat", b"[playlist]", b"<asx", b"<?xml", b"<mpd", b"<smil", b"v=0")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"<svg")
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis")
_FIRST_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"styp")
_DOCUMENTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def refuse_at_sight(path: Path) -> None:
    """Refuse what is plainly no film: nothing at all, a list, a picture, a document, a locked film.

    :raise Unusable: with the reason.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if reason := _reason(head):
        raise Unusable(reason)
    if head[4:8] in _FIRST_BOXES and _is_locked(path):
        raise Unusable(refusals.LOCKED)


def _reason(head: bytes) -> Message | None:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head:
        return refusals.EMPTY
    if text.startswith(_LISTS):
        return refusals.PLAYLIST
    if head.startswith(_PICTURES) or _is_modern_picture(head):
        return refusals.STILL
    return refusals.DOCUMENT if head.startswith(_DOCUMENTS) else None


def _is_modern_picture(head: bytes) -> bool:
    if head[4:8] == b"ftyp":
        return head[8:12] in _PICTURE_BRANDS
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def is_unfinished(path: Path) -> bool:
    """Return whether a file begins like an MP4 and has no index: the camera lost its power."""
    with path.open("rb") as file:
        head = file.read(8)
    return head[4:] in _FIRST_BOXES and not _moov(path)


def _is_locked(path: Path) -> bool:
    """Return whether an MP4 names a scheme of encryption for one of its tracks."""
    moov = _moov(path)
    return b"schm" in moov and (b"encv" in moov or b"enca" in moov)


def _moov(path: Path) -> bytes:
    with path.open("rb") as file:
        for kind, start, size in islice(_boxes(path), _MOST_BOXES):
            if kind == b"moov":
                file.seek(start)
                return file.read(min(size, _MOST_MOOV))
    return b""


def _boxes(path: Path) -> Iterator[tuple[bytes, int, int]]:
    """Yield kind, start and size of the outermost boxes, as far as they make sense."""
    end, start = path.stat().st_size, 0
    with path.open("rb") as file:
        while start + 8 <= end:
            file.seek(start)
            size, kind = unpack(">I4s", file.read(8))
            if size == 1:
                size = int.from_bytes(file.read(8))
            if size < 8:
                return
            yield kind, start, size
            start += size
