"""HLS playlists as text: reads the ones ffmpeg writes, and writes the ones we hand out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MEDIA_TYPE = "application/vnd.apple.mpegurl"

_BYTE_RANGE = re.compile(r"#EXT-X-BYTERANGE:(\d+)@(\d+)")
_LENGTH = re.compile(r"#EXTINF:([\d.]+)")
_MAP = re.compile(r'(#EXT-X-MAP:URI=")[^"]*(".*)')
_MAP_RANGE = re.compile(r'#EXT-X-MAP:.*BYTERANGE="(\d+)@(\d+)"')


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a rendition: how long it plays, and where its bytes lie in the file."""

    seconds: float
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One line of a master playlist."""

    uri: str
    bandwidth: int
    average_bandwidth: int
    codecs: str
    width: int | None = None
    height: int | None = None


def segments(playlist: str) -> tuple[Segment, ...]:
    """Return the segments of a media playlist, in order, without its head (`EXT-X-MAP`)."""
    ranges = _BYTE_RANGE.findall(playlist)
    lengths = _LENGTH.findall(playlist)
    return tuple(
        Segment(float(seconds), int(size), int(offset))
        for seconds, (size, offset) in zip(lengths, ranges, strict=True)
    )


def head_size(playlist: str) -> int:
    """Return how many bytes a player must have before the first segment means anything."""
    found = _MAP_RANGE.search(playlist)
    return int(found[1]) + int(found[2]) if found else 0


def bandwidths(parts: Sequence[Segment]) -> tuple[int, int]:
    """Return the peak and the average of a rendition in bits a second, as a master declares them.

    A short rest at the end is no peak: RFC 8216 counts from half a target duration on.
    """
    longest = max(part.seconds for part in parts)
    peak = max(part.size * 8 / part.seconds for part in parts if part.seconds >= longest / 2)
    average = sum(part.size for part in parts) * 8 / sum(part.seconds for part in parts)
    return round(peak), round(average)


def pointing_to(playlist: str, uri: str) -> str:
    """Return the media playlist with its one file under another address."""
    lines = (_pointed(line, uri) for line in playlist.splitlines())
    return "\n".join(lines) + "\n"


def _pointed(line: str, uri: str) -> str:
    if line.startswith("#EXT-X-MAP:"):
        return _MAP.sub(lambda found: f"{found[1]}{uri}{found[2]}", line)
    return line if not line or line.startswith("#") else uri


def master(variants: Sequence[Variant], *, highest: int | None = None) -> str:
    """Return a master playlist, lightest first, because simple players begin with the first.

    With `highest` no picture is taller than that, but the lightest is always there.
    """
    ordered = sorted(variants, key=lambda variant: variant.bandwidth)
    kept = [one for one in ordered if highest is None or (one.height or 0) <= highest]
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for variant in kept or ordered[:1]:
        lines += [f"#EXT-X-STREAM-INF:{_attributes(variant)}", variant.uri]
    return "\n".join(lines) + "\n"


def _attributes(variant: Variant) -> str:
    said = [
        f"BANDWIDTH={variant.bandwidth}",
        f"AVERAGE-BANDWIDTH={variant.average_bandwidth}",
        f'CODECS="{variant.codecs}"',
    ]
    if variant.width and variant.height:
        said.append(f"RESOLUTION={variant.width}x{variant.height}")
    return ",".join(said)
