"""Films that were whole, and then something happened to them."""

from collections.abc import Callable
from pathlib import Path

from tests.media.odd.making import Odd, beeps, ffmpeg, flashes, patched, remade

Change = Callable[[bytearray], bytearray]


def _boxes(content: bytearray, kind: bytes) -> list[int]:
    """Return where the insides of all boxes of a kind begin."""
    found, at = [], content.find(kind)
    while at >= 0:
        found.append(at + 4)
        at = content.find(kind, at + 4)
    return found


def _with_matrix(*rows: int) -> Change:
    """Return the change that turns or mirrors the pictures, by the four corners of a matrix."""

    def change(content: bytearray) -> bytearray:
        at = _boxes(content, b"tkhd")[0] + 40
        numbers = (rows[0] << 16, rows[1] << 16, 0, rows[2] << 16, rows[3] << 16, 0)
        for place, number in enumerate(numbers):
            content[at + 4 * place : at + 4 * place + 4] = number.to_bytes(4, signed=True)
        return content

    return change


def _lying(seconds: int) -> Change:
    """Return the change after which every header claims so many seconds."""

    def change(content: bytearray) -> bytearray:
        for kind, scale_at, length_at in ((b"mvhd", 12, 16), (b"tkhd", 0, 20), (b"mdhd", 12, 16)):
            for start in _boxes(content, kind):
                scale = int.from_bytes(content[start + scale_at :][:4]) if scale_at else 1000
                at = start + length_at
                content[at : at + 4] = (seconds * scale).to_bytes(4)
        return content

    return change


def _torn(content: bytearray) -> bytearray:
    return content[: len(content) * 3 // 4]


def _scratched(content: bytearray) -> bytearray:
    middle = len(content) // 2
    content[middle : middle + 300] = bytes(range(256)) + bytes(44)
    return content


def _without_edits(content: bytearray) -> bytearray:
    return content.replace(b"edts", b"free")


def _with_empty_track(_folder: Path, target: Path) -> None:
    """Write a film whose second track of sound, marked as the default, holds nothing."""
    whole = target.with_suffix(".whole.mkv")
    ffmpeg(
        *flashes(), *beeps(), "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", str(whole)
    )
    empty = ("-f", "lavfi", "-i", "anullsrc=d=0.001,atrim=end=0")
    chosen = ("-map", "0", "-map", "1", "-c", "copy", "-c:a:1", "pcm_s16le")
    ffmpeg("-i", str(whole), *empty, *chosen, str(target))


PATCHED = (
    Odd("mirrored.mp4", "seen in a mirror", patched("plain.mp4", _with_matrix(-1, 0, 0, 1))),
    Odd(
        "turned.mp4",
        "filmed upright by a telephone",
        patched("plain.mp4", _with_matrix(0, 1, -1, 0)),
    ),
    Odd(
        "turned-mirrored.mp4",
        "upright and in a mirror",
        patched("plain.mp4", _with_matrix(0, 1, 1, 0)),
    ),
    Odd("claims-hour.mp4", "claims an hour", patched("plain.mp4", _lying(3600))),
    Odd("claims-second.mp4", "claims a second", patched("plain.mp4", _lying(1))),
    Odd(
        "torn.mp4",
        "torn off at three quarters",
        patched("front.mp4", _torn),
        seconds=-1,
        has_beeps=False,
    ),
    Odd(
        "torn.mkv",
        "torn off at three quarters",
        patched("late-sound.mkv", _torn),
        seconds=-1,
        has_beeps=False,
    ),
    Odd(
        "torn.avi",
        "torn off, so without its index",
        patched("xvid.avi", _torn),
        seconds=-1,
        has_beeps=False,
    ),
    Odd("scratched.mp4", "rubbish in the middle", patched("front.mp4", _scratched)),
    Odd("scratched.ts", "rubbish in the middle", patched("late-sound.ts", _scratched)),
    Odd("empty-sound.mkv", "a second sound without a sound", _with_empty_track),
    Odd("no-edits.mp4", "its edit lists are gone", patched("plain.mp4", _without_edits)),
    Odd("renamed.avi", "an MP4 called AVI", remade("plain.mp4", "-c", "copy", "-f", "mp4")),
)
