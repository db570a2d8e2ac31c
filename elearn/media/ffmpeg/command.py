"""What every run of ffmpeg has in common: what it may open, and how its end is judged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ffmpeg

from elearn import confined
from elearn.confined import Finished, Limits
from elearn.media.ffmpeg import refusals
from elearn.media.ffmpeg.refusals import Unusable
from elearn.text import Message

# A playlist, a list to concatenate or a numbered picture would make ffmpeg open further files and
# addresses; none of them is here, and the only protocol is the one of plain files.
CONTAINERS = (
    "mov,matroska,avi,flv,asf,mpeg,mpegts,ogg,wav,w64,mp3,aac,flac,amr,aiff,caf,mxf,dv,mpegvideo"
)
# A recording from the air tells its size with the next whole picture, which may be 20 s away.
_LOOKED_THROUGH = {"probesize": 20_000_000, "analyzeduration": 20_000_000}
WHAT_MAY_BE_OPENED = {
    "protocol_whitelist": "file",
    "format_whitelist": CONTAINERS,
    **{name: str(value) for name, value in _LOOKED_THROUGH.items()},
}

# ffmpeg ends so when the processors' time it was given is spent; we send it no other signal.
_TOLD_TO_STOP = 255

# Two dozen frames of 5120 × 2880 in ten bits take one gigabyte; libraries and threads the rest.
MEMORY_MB = 3072


def address(path: Path) -> str:
    """Return the path in a form that ffmpeg cannot take for another protocol."""
    return f"file:{path.resolve()}"


def source(path: Path, **options: Any) -> Any:
    """Return the node of ffmpeg-python for an uploaded file, with its walls around it."""
    return ffmpeg.input(address(path), **WHAT_MAY_BE_OPENED, **options)


def run(
    node: Any,
    limits: Limits,
    hear: Callable[[str], None] = confined.ignore,
    *,
    failure: Message,
    level: str = "error",
) -> Finished:
    """Run what ffmpeg-python has put together; `level` is what it may say to its errors.

    :raise Unusable: with `failure` if ffmpeg fails, in other words if it came too late.
    """
    quiet = ("-hide_banner", "-loglevel", level, "-nostats", "-nostdin")
    finished = confined.run(node.global_args(*quiet).compile(), limits, hear)
    if finished.is_late or finished.code == _TOLD_TO_STOP:
        raise Unusable(refusals.TOOK_TOO_LONG, finished.complaint)
    if not finished.is_good:
        raise Unusable(failure, finished.complaint)
    return finished
