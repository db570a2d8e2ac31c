"""Pictures of papers: large enough to be read, upright, and nothing in them but the picture."""

from pathlib import Path

import ffmpeg

from elearn.media.ffmpeg import command, refusals, webp
from elearn.media.ffmpeg.still import kind_of

LONG_SIDE = 1800
_QUALITIES = (70, 50, 30)
_MOST_BYTES = 400_000


def paper(picture: Path, target: Path) -> Path:
    """Write a photograph or drawn page as WebP, turned as its camera was held.

    :raise Unusable: if it is no PNG, JPEG or WebP, or cannot be read.
    """
    taken = ffmpeg.input(command.address(picture), f=kind_of(picture), protocol_whitelist="file")
    size = f"min({LONG_SIDE},iw)", f"min({LONG_SIDE},ih)"
    fitted = taken.filter("scale", *size, force_original_aspect_ratio="decrease")
    plain = fitted.filter("format", "yuv420p")
    failure = refusals.NOT_A_PICTURE
    return webp.light(plain, target, _QUALITIES, most_bytes=_MOST_BYTES, failure=failure)
