"""Files made to hurt, and files that are no films at all."""

import zlib
from pathlib import Path
from struct import pack

from tests.media.odd.bait import Bait
from tests.media.odd.making import beeps, ffmpeg, flashes, patched, refused

_MANY = 10_000


def _box(kind: bytes, inside: bytes) -> bytes:
    return pack(">I4s", len(inside) + 8, kind) + inside


def _index_at(content: bytearray) -> int:
    return content.find(b"moov") - 4


def _elsewhere(folder: Path, target: Path) -> None:
    """Say that the samples lie in another file."""
    content = bytearray((folder / "plain.mp4").read_bytes())
    at = content.find(b"url \0\0\0\1")
    place = f"file://{Bait.in_(folder).canary}".encode() + b"\0"
    for kind in (b"dref", b"dinf", b"minf", b"mdia", b"trak", b"moov"):
        start = content.rfind(kind, 0, at) - 4
        size = int.from_bytes(content[start : start + 4]) + len(place)
        content[start : start + 4] = size.to_bytes(4)
    content[at - 4 : at] = (12 + len(place)).to_bytes(4)
    content[at + 7] = 0
    content[at + 8 : at + 8] = place
    target.write_bytes(content)


def _reference(folder: Path, target: Path) -> None:
    """Write a reference film: nothing but an address."""
    place = f"{Bait.in_(folder).door}/a.mov".encode() + b"\0"
    address = _box(b"rdrf", b"\0\0\0\0url " + pack(">I", len(place)) + place)
    index = _box(b"moov", _box(b"rmra", _box(b"rmda", address)))
    target.write_bytes(_box(b"ftyp", b"qt  \0\0\0\0qt  ") + index)


def _of_many_tracks(content: bytearray) -> bytes:
    start = _index_at(content)
    index = bytes(content[start + 8 :])
    at = index.find(b"trak") - 4
    track = index[at : at + int.from_bytes(index[at : at + 4])]
    head = index[:at]
    return bytes(content[:start]) + _box(b"moov", head + track * _MANY)


def _huge(content: bytearray) -> bytearray:
    """Claim 16384 × 16384 pictures in the head of each picture."""
    at = content.find(b"\xff\xc0\0\x11\x08")
    while at >= 0:
        content[at + 5 : at + 9] = (16384).to_bytes(2) * 2
        at = content.find(b"\xff\xc0\0\x11\x08", at + 5)
    return content


def _hurried(_folder: Path, target: Path) -> None:
    ffmpeg(*flashes("64x48", 1200, 0.5), "-c:v", "libx264", "-preset", "ultrafast", str(target))


def _of_seventeen(_folder: Path, target: Path) -> None:
    maps = [part for _ in range(17) for part in ("-map", "0")]
    ffmpeg(*beeps(8000, "mono", 1), *maps, "-c:a", "pcm_s16le", str(target))


def _of_endless_chapters(_folder: Path, target: Path) -> None:
    marks = target.with_suffix(".marks")
    title = "dài " * 200
    lines = [
        f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={n}\nEND={n + 1}\ntitle={title}\n" for n in range(8000)
    ]
    marks.write_text(";FFMETADATA1\n" + "".join(lines))
    ffmpeg(*flashes("64x48", 10, 2), "-i", str(marks), "-map_metadata", "1", str(target))


def _leaping(_folder: Path, target: Path) -> None:
    late = "setpts='PTS+if(gte(T,1),30000/TB,0)'"
    ffmpeg(*flashes("64x48", 10, 2), "-vf", late, "-fps_mode", "vfr", str(target))


def _emptied(content: bytearray) -> bytearray:
    start, end = content.find(b"mdat") + 4, content.find(b"moov") - 4
    content[start:end] = bytes(end - start)
    return content


def _unfinished(content: bytearray) -> bytearray:
    return content[: _index_at(content) - 100]


def _number(value: int) -> bytes:
    """Return a length as EBML writes it, in eight bytes."""
    return (value | 1 << 56).to_bytes(8)


def _element(kind: int, inside: bytes) -> bytes:
    return kind.to_bytes((kind.bit_length() + 7) // 8) + _number(len(inside)) + inside


def _bomb() -> bytes:
    """Return a film of pictures that are a thousand times larger once they are unpacked."""
    head = _element(0x1A45DFA3, _element(0x4282, b"matroska") + _element(0x4287, b"\4"))
    packing = _element(0x5034, _element(0x4254, b"\0"))
    packed = _element(0x6D80, _element(0x6240, packing))
    size = _element(0xE0, _element(0xB0, b"\2\0") + _element(0xBA, b"\2\0"))
    track = _element(0xD7, b"\1") + _element(0x73C5, b"\1") + _element(0x83, b"\1")
    track += _element(0x86, b"V_MJPEG") + size + packed
    bomb = zlib.compress(bytes(20 << 20), 9)
    blocks = b"".join(_element(0xA3, b"\x81\0\0\x80" + bomb) for _ in range(20))
    cluster = _element(0x1F43B675, _element(0xE7, b"\0") + blocks)
    return head + _element(0x18538067, _element(0x1654AE6B, _element(0xAE, track)) + cluster)


def _linked(folder: Path, target: Path) -> None:
    """Write a film that consists of chapters of other files."""
    head = _element(0x1A45DFA3, _element(0x4282, b"matroska") + _element(0x4287, b"\4"))
    chapter = _element(0x91, b"\0") + _element(0x6E67, bytes(range(16))) + _element(0x73C4, b"\1")
    edition = _element(0x45DD, b"\1") + _element(0xB6, chapter)
    info = _element(0x2AD7B1, b"\x0f\x42\x40") + _element(
        0x3C83AB, str(Bait.in_(folder).canary).encode()
    )
    marks = _element(0x1043A770, _element(0x45B9, edition))
    target.write_bytes(head + _element(0x18538067, _element(0x1549A966, info) + marks))


def _bomb_recipe(_folder: Path, target: Path) -> None:
    target.write_bytes(_bomb())


def _blink(_folder: Path, target: Path) -> None:
    ffmpeg(*flashes("64x48", 10, 0.5), *beeps(seconds=0.5), str(target))


HOSTILE = (
    refused("elsewhere.mov", "its samples lie in another file", _elsewhere),
    refused("reference.mov", "nothing but an address", _reference),
    refused("linked.mkv", "chapters of other files", _linked),
    refused("bomb.mkv", "20 MB in every 20 kB", _bomb_recipe),
    refused("ten-thousand.mp4", "10,000 tracks", patched("plain.mp4", _of_many_tracks)),
    refused("seventeen.mkv", "17 tracks", _of_seventeen),
    refused("huge.avi", "claims 16384 × 16384", patched("motion.avi", _huge)),
    refused("hurried.mp4", "1200 pictures a second", _hurried),
    refused("leaping.mkv", "eight hours between two pictures", _leaping),
    refused("emptied.mp4", "zeros in place of pictures", patched("plain.mp4", _emptied)),
    refused("unfinished.mp4", "the camera lost its power", patched("plain.mp4", _unfinished)),
    refused("chapters.mkv", "8000 chapters of long names", _of_endless_chapters),
    refused("blink.mp4", "half a second", _blink),
)
