"""What a file claims of its pictures and its sound, and what of it no lecture has."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from elearn.media.ffmpeg import refusals
from elearn.media.ffmpeg.refusals import Unusable, beyond_measure, unknown_codec
from elearn.text import Message, msg

Told = dict[str, Any]  # One track, as ffprobe tells of it.

MOST_SIDE = 5120  # Cameras have 4K, the widest screens that are recorded 5K.
LEAST_SIDE = 16
MOST_SLANT = 4  # Wider than 4:1 (or taller) is a banner, not a film.
MOST_CHANNELS = 8  # 7.1; beyond that nobody says where each loudspeaker stands.
MOST_SAMPLE_RATE = 192_000

_HALF_TURN, _LEAN = 180, 45  # Degrees; from half a right angle on a picture lies on its side.
_MOST_STRETCH = 8  # What a pixel may be wider than tall; DVDs stretch by less than 1.5.


@dataclass(frozen=True, slots=True)
class Picture:
    """The track of pictures: its size as a person sees it, upright and with square pixels."""

    track: int
    codec: str
    width: int
    height: int
    is_interlaced: bool
    is_hdr: bool
    has_matrix: bool


@dataclass(frozen=True, slots=True)
class Sound:
    """The track of sound."""

    track: int
    codec: str


def chosen(tracks: list[Told], kind: str) -> Told | None:
    """Return the track a player would take: one that can be read, marked as default, the first."""
    fit = [track for track in tracks if track.get("codec_type") == kind and not _is_extra(track)]
    return max(
        fit,
        key=lambda track: (_is_known(track), int(track["disposition"]["default"])),
        default=None,
    )


def _is_extra(track: Told) -> bool:
    """Return whether a track is no part of the film: the picture on its sleeve, a thumbnail."""
    marks = track["disposition"]
    return bool(marks["attached_pic"] or marks["timed_thumbnails"] or marks["still_image"])


def _is_known(track: Told) -> bool:
    return track.get("codec_name", "unknown") not in ("unknown", "none")


def picture_of(track: Told) -> Picture:
    """Return the pictures a track claims to hold.

    :raise Unusable: if they are in a way of coding that we do not read, or of a size no film has.
    """
    codec = codec_of(track)
    width, height = _upright(track)
    _refuse_sizes(width, height, (int(track["width"]), int(track["height"])))
    return Picture(
        track=track["index"],
        codec=codec,
        width=width,
        height=height,
        is_interlaced=track.get("field_order") in ("tt", "bb", "tb", "bt"),
        is_hdr=track.get("color_transfer") in ("smpte2084", "arib-std-b67"),
        has_matrix=track.get("color_space", "unknown") not in ("unknown", "reserved"),
    )


def _refuse_sizes(width: int, height: int, stored: tuple[int, int]) -> None:
    if not all(stored):  # Not one whole picture was found that tells it.
        raise Unusable(refusals.UNDECODABLE)
    if min(width, height, *stored) < LEAST_SIDE:
        raise Unusable(refusals.TOO_SMALL)
    if max(width, height, *stored) > MOST_SIDE:
        too_much(msg("Cỡ hình"), f"{width} × {height}", f"{MOST_SIDE} × {MOST_SIDE}")
    if max(width, height) > MOST_SLANT * min(width, height):
        too_much(msg("Tỉ lệ khung hình"), f"{width} : {height}", f"{MOST_SLANT} : 1")


def _upright(track: Told) -> tuple[int, int]:
    """Return the size after the pixels are made square and the camera's turn is undone."""
    pixel = ratio(track.get("sample_aspect_ratio", "1:1").replace(":", "/")) or Fraction(1)
    if not Fraction(1, _MOST_STRETCH) <= pixel <= _MOST_STRETCH:
        pixel = Fraction(1)  # A slip of the pen; nobody films through such a glass.
    width, height = round(track["width"] * pixel), int(track["height"])
    turns = [float(side.get("rotation", 0)) for side in track.get("side_data_list", [])]
    return (height, width) if any(map(_lies, turns)) else (width, height)


def _lies(turn: float) -> bool:
    """Return whether a picture turned by so many degrees lies on its side."""
    lean = abs(turn) % _HALF_TURN
    return _LEAN < lean < _HALF_TURN - _LEAN


def sound_of(track: Told) -> Sound:
    """Return the sound a track claims to hold.

    :raise Unusable: if it is in a way of coding that we do not read, or beyond what studios have.
    """
    codec = codec_of(track)
    channels, rate = int(track.get("channels", 0)), int(track.get("sample_rate", 0))
    if channels > MOST_CHANNELS:
        too_much(msg("Số kênh tiếng"), channels, MOST_CHANNELS)
    if rate > MOST_SAMPLE_RATE:
        too_much(msg("Tần số lấy mẫu tiếng"), rate, MOST_SAMPLE_RATE)
    return Sound(track=track["index"], codec=codec)


def codec_of(track: Told) -> str:
    """Return how a track is coded.

    :raise Unusable: if we do not know it.
    """
    if not _is_known(track):
        raise Unusable(unknown_codec(track.get("codec_tag_string", "unknown")))
    return str(track["codec_name"])


def ratio(text: str) -> Fraction | None:
    """Return a ratio as ffprobe writes it (`25/1`); nothing for one without sense."""
    above, _, below = text.partition("/")
    return Fraction(int(above), int(below)) if int(above) and int(below or 1) else None


def too_much(what: Message, found: object, most: object) -> None:
    """Refuse what is beyond measure."""
    raise Unusable(beyond_measure(what, found, most))
