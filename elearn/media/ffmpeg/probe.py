"""Asks ffprobe what a file claims to hold. What it claims of its length is never believed."""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from elearn.confined import Finished
from elearn.media.ffmpeg import refusals
from elearn.media.ffmpeg.asking import ask
from elearn.media.ffmpeg.boxes import is_unfinished
from elearn.media.ffmpeg.inside import Chapter, TextTrack, chapters_of, texts_of
from elearn.media.ffmpeg.refusals import Unusable, unknown_container
from elearn.media.ffmpeg.sniff import refuse_at_sight, refuse_tracks
from elearn.media.ffmpeg.taste import has_packets, taste
from elearn.media.ffmpeg.tracks import Picture, Sound, Told, chosen, picture_of, sound_of

__all__ = ["Picture", "Probe", "Sound", "probe"]

# Named one by one: what else a file says of itself (titles, lyrics, places) may be endless.
_SHOWN = (
    "format=duration,start_time"
    ":stream=index,codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio"
    ",field_order,color_transfer,color_space,channels,sample_rate"
    ":stream_disposition=default,attached_pic,timed_thumbnails,still_image,forced"
    ":stream_side_data=rotation:stream_tags=language"
    ":chapter=start_time:chapter_tags=title"
)
_QUESTION = ("-show_entries", _SHOWN, "-print_format", "json=compact=1")
_SHUT = re.compile(r"\[(\S+) @ \w+\] Format not on whitelist")


@dataclass(frozen=True, slots=True)
class Probe:
    """What a file claims to hold."""

    picture: Picture | None
    sound: Sound | None
    claimed_ms: int | None
    chapters: tuple[Chapter, ...] = ()
    texts: tuple[TextTrack, ...] = ()


def probe(path: Path) -> Probe:
    """Return what the file claims to hold; nothing but the file is opened.

    :raise Unusable: if it is no film or sound recording that we take.
    """
    refuse_at_sight(path)
    claims = _claims(path)
    tracks: list[Told] = claims.get("streams", [])
    refuse_tracks(len(tracks))
    container = claims.get("format", {})
    found = Probe(
        picture=_picture(path, chosen(tracks, "video")),
        sound=_sound(path, chosen(tracks, "audio")),
        claimed_ms=_milliseconds(container.get("duration")),
        chapters=chapters_of(
            claims.get("chapters", []), _milliseconds(container.get("start_time")) or 0
        ),
        texts=texts_of(tracks),
    )
    if found.picture is None and found.sound is None:
        raise Unusable(refusals.NOTHING_TO_PLAY)
    return found


def _claims(path: Path) -> Told:
    lines: list[str] = []
    finished = ask(path, _QUESTION, lines.append)
    if finished is None or not finished.is_good:
        raise _refusal(path, finished)
    answer: Told = json.loads("\n".join(lines))
    return answer


def _refusal(path: Path, finished: Finished | None) -> Unusable:
    complaint = finished.complaint if finished else ""
    if finished and finished.is_late:
        return Unusable(refusals.LOOKED_TOO_LONG, complaint)
    if is_unfinished(path):
        return Unusable(refusals.UNFINISHED, complaint)
    if shut := _SHUT.search(complaint):
        return Unusable(unknown_container(shut[1]), complaint)
    return Unusable(refusals.NOT_MEDIA, complaint)


def _picture(path: Path, track: Told | None) -> Picture | None:
    """Return the pictures of a track after a look at the first of them; none if it is empty."""
    if track is None:
        return None
    picture = picture_of(track)
    first = taste(path, picture.track)
    if not first.is_undecodable:
        return replace(picture, is_interlaced=first.is_interlaced or picture.is_interlaced)
    if has_packets(path, picture.track):
        raise Unusable(refusals.UNDECODABLE, first.complaint)
    return None


def _sound(path: Path, track: Told | None) -> Sound | None:
    if track is None:
        return None
    sound = sound_of(track)
    return sound if has_packets(path, sound.track) else None


def _milliseconds(seconds: str | None) -> int | None:
    return round(float(seconds) * 1000) if seconds else None
