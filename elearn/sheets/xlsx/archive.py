"""The parts of a zipped workbook, unpacked in pieces and counted as they come.

What the directory of the archive states of sizes is believed by nobody: an archive can be made
whose directory is modest and whose parts fill a memory.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from elearn.sheets.faults import Fault
from elearn.sheets.limits import LARGE_PART, MOST_PARTS, MOST_UNPACKED, TIGHTEST

_ENTRY = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s22xHH")  # The head of a part: its mark, the length of name and extras.
_PIECE = 1 << 16
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its path as Excel looks for it, and where its packed bytes lie."""

    path: str
    first: int
    last: int
    is_packed: bool


class Archive:
    """A zip archive whose parts neither overlap nor repeat, read without trust in its sizes."""

    def __init__(self, data: bytes) -> None:
        """:raise Fault: if it is torn, locked, or twisted so that a part is read twice."""
        if data.count(_ENTRY) > MOST_PARTS:
            raise Fault("many_parts")
        self._data = data
        self._unpacked = 0
        self._seen: set[str] = set()
        self.parts = {part.path: part for part in _parts(data)}

    def part(self, path: str) -> Part:
        """:raise Fault: if there is no such part."""
        if path not in self.parts:
            raise Fault("broken", part=path)
        return self.parts[path]

    def unseen(self) -> list[Part]:
        """Return the parts of which nothing was unpacked yet."""
        return [part for path, part in self.parts.items() if path not in self._seen]

    def pieces(self, part: Part) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part, piece by piece.

        :raise Fault: if it is broken, packed too tightly, or makes the whole too large.
        """
        size = 0
        is_new = part.path not in self._seen
        self._seen.add(part.path)
        for piece in self._inflated(part):
            size += len(piece)
            self._unpacked += len(piece) if is_new else 0
            if size > LARGE_PART and size > TIGHTEST * (part.last - part.first):
                raise Fault("bomb", part=part.path)
            if self._unpacked > MOST_UNPACKED:
                raise Fault("swollen", part=part.path)
            yield piece

    def _inflated(self, part: Part) -> Iterator[bytes]:
        view = memoryview(self._data)[part.first : part.last]
        if not part.is_packed:
            yield from (bytes(view[at : at + _PIECE]) for at in range(0, len(view), _PIECE))
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for at in range(0, len(view), _PIECE):
                packed = bytes(view[at : at + _PIECE])
                while packed:
                    yield inflater.decompress(packed, _PIECE)
                    packed = inflater.unconsumed_tail
            yield inflater.flush()
        except zlib.error as problem:
            raise Fault("broken", part=part.path) from problem
        if not inflater.eof:
            raise Fault("broken", part=part.path)


def _parts(data: bytes) -> list[Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if not one.filename.endswith("/")]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as problem:
        raise Fault("torn") from problem
    parts = [_part(data, entry) for entry in entries]
    _refuse_twisted(entries, parts)
    return parts


def _part(data: bytes, entry: zipfile.ZipInfo) -> Part:
    path = _path(entry)
    if entry.flag_bits & _ENCRYPTED:
        raise Fault("password")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Fault("broken", part=path)
    try:
        mark, name, extra = _LOCAL.unpack_from(data, entry.header_offset)
    except struct.error as problem:
        raise Fault("broken", part=path) from problem
    first = entry.header_offset + _LOCAL.size + name + extra
    last = first + entry.compress_size
    if mark != b"PK\x03\x04" or last > len(data):
        raise Fault("broken", part=path)
    return Part(path, first, last, entry.compress_type == zipfile.ZIP_DEFLATED)


def _path(entry: zipfile.ZipInfo) -> str:
    """Return the path in the one way in which parts are looked for."""
    return entry.filename.replace("\\", "/").lstrip("/").lower()


def _refuse_twisted(entries: list[zipfile.ZipInfo], parts: list[Part]) -> None:
    seen: set[str] = set()
    end = 0
    for entry, part in sorted(
        zip(entries, parts, strict=True), key=lambda pair: pair[0].header_offset
    ):
        if part.path in seen or entry.header_offset < end:
            raise Fault("twisted", part=part.path)
        seen.add(part.path)
        end = part.last
