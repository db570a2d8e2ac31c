"""Names the codecs of an MP4 head as RFC 6381 wants them, from what is really written there."""

from pathlib import Path

_SOUNDS = {b"mp4a": "mp4a.40.2", b"Opus": "opus"}


def codecs_of(path: Path, head_size: int) -> str:
    """Return the value of CODECS for a rendition: the profile and level of its H.264, its sound."""
    with path.open("rb") as file:
        head = file.read(head_size)
    named = []
    if (place := head.find(b"avcC")) >= 0:
        named.append(f"avc1.{head[place + 5 : place + 8].hex()}")  # After the version: three bytes.
    named += [name for box, name in _SOUNDS.items() if box in head]
    return ",".join(named)
