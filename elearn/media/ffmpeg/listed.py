"""Files one after the other, as ffmpeg's `concat` reads them."""

from collections.abc import Iterable
from pathlib import Path

from elearn.media.ffmpeg.command import address


def ffconcat(files: Iterable[tuple[Path, float]]) -> str:
    """Return the files with the seconds each is shown for; the last has its own length."""
    lines = ["ffconcat version 1.0"]
    for path, seconds in files:
        lines += [f"file {_quoted(address(path))}", f"duration {seconds}"]
    return "\n".join(lines[:-1]) + "\n"


def _quoted(word: str) -> str:
    return "'" + word.replace("'", r"'\''") + "'"
