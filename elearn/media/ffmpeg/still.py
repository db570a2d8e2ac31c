"""Single pictures as WebP: out of a film, or what somebody drew; and the gray ones of a film."""

from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals, webp
from elearn.media.ffmpeg.refusals import Unusable

MOST_WIDTH, MOST_HEIGHT = 1280, 720  # Small print of a slide can be read at this height.

Size = tuple[int, int]  # Width and height.

_QUALITIES = (75, 55, 35, 15)
_LIMITS = Limits(wall_seconds=60, cpu_seconds=60, memory_mb=1024, file_mb=16)
_KINDS = ((b"\x89PNG\r\n\x1a\n", "png_pipe"), (b"\xff\xd8\xff", "jpeg_pipe"))
_WEBP = "webp_pipe"
# `area` looks at every point of the picture: a thin line of letters must be gray, not gone.
_FITTED = {"force_original_aspect_ratio": "decrease", "force_divisible_by": 2}


def still(film: Path, at_ms: int, target: Path, *, most_bytes: int) -> Path:
    """Write what a rendition shows at a moment, in the best quality that is light enough.

    :raise Unusable: if there is no picture at that moment.
    """
    return _light(command.source(film, ss=at_ms / 1000), target, most_bytes)


def redrawn(picture: Path, target: Path, *, most_bytes: int) -> Path:
    """Write a PNG, JPEG or WebP that somebody gave us in our size; white shows where it has holes.

    :raise Unusable: if it is none of these, or cannot be read.
    """
    return _light(_on_white(picture, kind_of(picture)), target, most_bytes)


def grayed(film: Path, target: Path, size: Size, *, rate: int, limits: Limits) -> None:
    """Write so many gray pictures a second of a rendition, one after the other without a head.

    :raise Unusable: if it cannot be decoded.
    """
    shown = command.source(film).filter("fps", rate).filter("scale", *size, flags="area")
    output = ffmpeg.output(shown, str(target), format="rawvideo", pix_fmt="gray")
    command.run(output.overwrite_output(), limits, failure=refusals.CANNOT_DECODE)


def grayed_picture(picture: Path, target: Path, size: Size, *, shape: float) -> None:
    """Write a picture of ours as `grayed` would show it in a film whose width is `shape` heights.

    :raise Unusable: if it cannot be read.
    """
    fine = {"width": round(360 * shape), "height": 360}
    node = ffmpeg.input(command.address(picture), f=kind_of(picture), protocol_whitelist="file")
    whole = node.filter("scale", **fine, force_original_aspect_ratio="decrease")
    whole = whole.filter("pad", **fine, x="(ow-iw)/2", y="(oh-ih)/2")
    small = whole.filter("scale", *size, flags="area")
    output = ffmpeg.output(small, str(target), format="rawvideo", pix_fmt="gray", vframes=1)
    command.run(output.overwrite_output(), _LIMITS, failure=refusals.NOT_A_PICTURE)


def _light(picture: Any, target: Path, most_bytes: int) -> Path:
    width, height = f"min({MOST_WIDTH},iw)", f"min({MOST_HEIGHT},ih)"
    fitted = picture.filter("scale", width, height, **_FITTED).filter("format", "yuv420p")
    failure = refusals.NOT_A_PICTURE
    return webp.light(fitted, target, _QUALITIES, most_bytes=most_bytes, failure=failure)


def _on_white(picture: Path, kind: str) -> Any:
    drawn = ffmpeg.input(command.address(picture), f=kind, protocol_whitelist="file")
    white = ffmpeg.input("color=white:s=16x16:d=1", f="lavfi")
    both = ffmpeg.filter_multi_output([white, drawn], "scale2ref")
    return ffmpeg.filter([both[0], both[1]], "overlay", shortest=1)


def kind_of(picture: Path) -> str:
    """Return how a picture is read, from how it really begins.

    :raise Unusable: if it is none that we read.
    """
    with picture.open("rb") as file:
        head = file.read(12)
    if head[:4] == b"RIFF" and head[8:] == b"WEBP":
        return _WEBP
    for signature, kind in _KINDS:
        if head.startswith(signature):
            return kind
    raise Unusable(refusals.NOT_A_PICTURE)
