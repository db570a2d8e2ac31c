"""Asks ffprobe what a file claims to hold. What it claims of its length is never believed."""

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from elearn import confined
from elearn.confined import Limits
from elearn.media.ffmpeg import refusals
from elearn.media.ffmpeg.command import WHAT_MAY_BE_OPENED, address
from elearn.media.ffmpeg.refusals import Unusable, beyond_measure, unknown_codec
from elearn.media.ffmpeg.sniff import is_unfinished, refuse_at_sight
from elearn.text import Message, msg

# Named one by one: what else a file says of itself (titles, lyrics, places) may be endless.
_SHOWN = (
    "format=format_name,duration"
    ":stream=index,codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio"
    ",avg_frame_rate,field_order,color_transfer,color_space,channels,sample_rate"
    ":stream_disposition=default,attached_pic:stream_side_data=rotation"
)
LIMITS = Limits(wall_seconds=20, cpu_seconds=15, memory_mb=1024)

MOST_TRACKS = 16  # A studio recording has some eight; a file of hundreds is made to hurt.
MOST_SIDE = 5120  # Cameras have 4K, the widest screens that are recorded 5K.
LEAST_SIDE = 16
MOST_SLANT = 4  # Wider than 4:1 (or taller) is a banner, not a film.
MOST_CHANNELS = 16
MOST_SAMPLE_RATE = 192_000


@dataclass(frozen=True, slots=True)
class Picture:
    """The track of pictures: its size as a person sees it, upright and with square pixels."""

    track: int
    codec: str
    width: int
    height: int
    rate: Fraction
    is_interlaced: bool
    is_hdr: bool
    has_matrix: bool


@dataclass(frozen=True, slots=True)
class Sound:
    """The track of sound."""

    track: int
    codec: str


@dataclass(frozen=True, slots=True)
class Probe:
    """What a file claims to hold."""

    container: str
    picture: Picture | None
    sound: Sound | None
    claimed_ms: int | None


def probe(path: Path) -> Probe:
    """Return what the file claims to hold; nothing but the file is opened.

    :raise Unusable: if it is no film or sound recording that we take.
    """
    refuse_at_sight(path)
    claims = _ask(path)
    tracks: list[dict[str, Any]] = claims.get("streams", [])
    if len(tracks) > MOST_TRACKS:
        _too_much(msg("Số luồng trong tệp"), len(tracks), MOST_TRACKS)
    picture, sound = _chosen(tracks, "video"), _chosen(tracks, "audio")
    if picture is None and sound is None:
        raise Unusable(refusals.NOTHING_TO_PLAY)
    container = claims.get("format", {})
    return Probe(
        container=container.get("format_name", ""),
        picture=_picture(picture) if picture else None,
        sound=_sound(sound) if sound else None,
        claimed_ms=_milliseconds(container.get("duration")),
    )


def _ask(path: Path) -> dict[str, Any]:
    walls = [part for name, value in WHAT_MAY_BE_OPENED.items() for part in (f"-{name}", value)]
    lines: list[str] = []
    shown = ["-show_entries", _SHOWN, "-print_format", "json"]
    command = ["ffprobe", "-v", "error", *walls, *shown, address(path)]
    finished = confined.run(command, LIMITS, lines.append)
    if not finished.is_good:
        reason = refusals.UNFINISHED if is_unfinished(path) else refusals.NOT_MEDIA
        raise Unusable(reason, finished.complaint)
    answer: dict[str, Any] = json.loads("\n".join(lines))
    return answer


def _chosen(tracks: list[dict[str, Any]], kind: str) -> dict[str, Any] | None:
    """Return the track a player would take: the first marked as default, else the first."""
    fit = [
        track
        for track in tracks
        if track.get("codec_type") == kind and not track["disposition"]["attached_pic"]
    ]
    return max(fit, key=lambda track: int(track["disposition"]["default"]), default=None)


def _picture(track: dict[str, Any]) -> Picture:
    codec = _codec(track)
    width, height = _upright(track)
    _refuse_sizes(width, height, int(track["width"]))
    return Picture(
        track=track["index"],
        codec=codec,
        width=width,
        height=height,
        rate=_ratio(track.get("avg_frame_rate", "0/0")) or Fraction(0),
        is_interlaced=track.get("field_order") in ("tt", "bb", "tb", "bt"),
        is_hdr=track.get("color_transfer") in ("smpte2084", "arib-std-b67"),
        has_matrix=track.get("color_space", "unknown") != "unknown",
    )


def _refuse_sizes(width: int, height: int, stored_width: int) -> None:
    if min(width, height, stored_width) < LEAST_SIDE:
        raise Unusable(refusals.TOO_SMALL)
    if max(width, height, stored_width) > MOST_SIDE:
        _too_much(msg("Cỡ hình"), f"{width} × {height}", f"{MOST_SIDE} × {MOST_SIDE}")
    if max(width, height) > MOST_SLANT * min(width, height):
        _too_much(msg("Tỉ lệ khung hình"), f"{width} : {height}", f"{MOST_SLANT} : 1")


def _upright(track: dict[str, Any]) -> tuple[int, int]:
    """Return the size after the pixels are made square and the camera's turn is undone."""
    pixel = _ratio(track.get("sample_aspect_ratio", "1:1").replace(":", "/")) or Fraction(1)
    width, height = round(track["width"] * pixel), int(track["height"])
    turns = [int(side.get("rotation", 0)) for side in track.get("side_data_list", [])]
    return (height, width) if any(turn % 180 for turn in turns) else (width, height)


def _sound(track: dict[str, Any]) -> Sound:
    channels, rate = int(track.get("channels", 0)), int(track.get("sample_rate", 0))
    if channels > MOST_CHANNELS:
        _too_much(msg("Số kênh tiếng"), channels, MOST_CHANNELS)
    if rate > MOST_SAMPLE_RATE:
        _too_much(msg("Tần số lấy mẫu tiếng"), rate, MOST_SAMPLE_RATE)
    return Sound(track=track["index"], codec=_codec(track))


def _codec(track: dict[str, Any]) -> str:
    name = str(track.get("codec_name", "unknown"))
    if name in ("unknown", "none"):
        raise Unusable(unknown_codec(track.get("codec_tag_string", name)))
    return name


def _ratio(text: str) -> Fraction | None:
    above, _, below = text.partition("/")
    return Fraction(int(above), int(below)) if int(above) and int(below or 1) else None


def _milliseconds(seconds: str | None) -> int | None:
    return round(float(seconds) * 1000) if seconds else None


def _too_much(what: Message, found: object, most: object) -> None:
    raise Unusable(beyond_measure(what, found, most))
