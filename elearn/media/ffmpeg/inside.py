"""What else lies in a film: its chapters, and the texts shown under its pictures."""

from dataclasses import dataclass

from elearn.media.ffmpeg.tracks import Told
from elearn.text import nfc

TEXTS = ("subrip", "ass", "ssa", "webvtt", "mov_text", "text", "hdmv_text_subtitle")
MOST_CHAPTERS = 500
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of a film that has a name: where it begins, and what it is called."""

    start_ms: int
    title: str


@dataclass(frozen=True, slots=True)
class TextTrack:
    """A track of words that go with the pictures, in one language (ISO 639) or in none named."""

    track: int
    language: str
    is_forced: bool


def chapters_of(told: list[Told], origin_ms: int) -> tuple[Chapter, ...]:
    """Return the chapters by their times on the film's clock; those without a name are numbered."""
    found = {}
    for number, one in enumerate(told[:MOST_CHAPTERS], 1):
        start = max(0, round(float(one["start_time"]) * 1000) - origin_ms)
        title = " ".join(nfc(str(one.get("tags", {}).get("title", ""))).split())
        found[start] = Chapter(start, title[:LONGEST_TITLE] or str(number))
    return tuple(found[start] for start in sorted(found))


def texts_of(tracks: list[Told]) -> tuple[TextTrack, ...]:
    """Return the tracks of words; pictures of words, as DVDs have them, are no words."""
    return tuple(
        TextTrack(
            track=one["index"],
            language=str(one.get("tags", {}).get("language", "")).lower(),
            is_forced=bool(one["disposition"].get("forced")),
        )
        for one in tracks
        if one.get("codec_type") == "subtitle" and one.get("codec_name") in TEXTS
    )
