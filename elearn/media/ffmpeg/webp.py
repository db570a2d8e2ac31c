"""One picture as WebP, no heavier than it may be."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command
from elearn.media.ffmpeg.refusals import Unusable
from elearn.text import Message

_LIMITS = Limits(wall_seconds=120, cpu_seconds=120, memory_mb=1024, file_mb=64)


def light(
    node: Any, target: Path, qualities: Sequence[int], *, most_bytes: int, failure: Message
) -> Path:
    """Write the first picture of a stream in the best of these qualities that is light enough.

    In the last one, if none is.

    :raise Unusable: with `failure` if there is no picture.
    """
    for quality in qualities:
        output = ffmpeg.output(
            node, str(target), vcodec="libwebp", quality=quality, vframes=1, format="webp"
        )
        command.run(output.overwrite_output(), _LIMITS, failure=failure)
        size = target.stat().st_size if target.exists() else 0
        if not size:
            raise Unusable(failure)
        if size <= most_bytes:
            break
    return target
