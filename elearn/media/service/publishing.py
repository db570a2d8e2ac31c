"""Versions made ready, all their weights at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import storage
from elearn.db import changed
from elearn.media.captions import Cue
from elearn.media.ffmpeg import Chapter as InnerChapter
from elearn.media.ffmpeg import Encoded
from elearn.media.models import (
    CaptionOrigin,
    Chapter,
    MediumVersion,
    Rendition,
    Storyboard,
    VersionState,
)
from elearn.media.reasons import kept
from elearn.media.rules import Sheet
from elearn.media.service.captioning import take_over
from elearn.media.service.releasing import release_first
from elearn.media.service.slides import publish_slides
from elearn.media.service.telling import tell_ready
from elearn.storage import Kept
from elearn.text import Message


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a version: kept files, what they play, and what people should know."""

    duration_ms: int
    renditions: Sequence[tuple[Encoded, Kept]]
    poster: Kept | None
    remark: Message | None
    #: The sheet of small pictures, and how it is divided.
    storyboard: tuple[Sheet, Kept] | None = None
    #: From when each is shown, and its picture.
    slides: Sequence[tuple[int, Kept]] = ()
    chapters: Sequence[InnerChapter] = ()
    #: Words that lay in the file: their language and cues.
    captions: Sequence[tuple[str, Sequence[Cue]]] = ()


def publish(db: Session, version: MediumVersion, made: Made, *, now: datetime) -> None:
    """Make a version ready with all its weights at once; one that is ready is left alone."""
    if version.state is VersionState.READY:
        return
    for encoded, file in made.renditions:
        db.add(_rendition(db, version, encoded, file, now=now))
    if made.poster:
        version.poster = storage.record(db, made.poster, media_type="image/webp", now=now)
    if made.storyboard:
        db.add(_storyboard(db, version, *made.storyboard, now=now))
    publish_slides(db, version, made.slides, now=now)
    version.remark = kept(made.remark) if made.remark else None
    version.state, version.reason = VersionState.READY, None
    version.duration_ms, version.ready_at = made.duration_ms, now
    changed(db, "medium", version.medium_id, now=now)
    db.flush()
    _take_over_what_lay_inside(db, version, made, now=now)
    release_first(db, version, now=now)
    tell_ready(db, version, now=now)


def _take_over_what_lay_inside(
    db: Session, version: MediumVersion, made: Made, *, now: datetime
) -> None:
    db.add_all(
        Chapter(version_id=version.id, start_ms=one.start_ms, title=one.title)
        for one in made.chapters
        if one.start_ms < made.duration_ms
    )
    for found in made.captions:
        take_over(db, version, found, CaptionOrigin.CONTAINER, now=now)


def _storyboard(
    db: Session, version: MediumVersion, sheet: Sheet, file: Kept, *, now: datetime
) -> Storyboard:
    return Storyboard(
        version_id=version.id,
        file=storage.record(db, file, media_type="image/webp", now=now),
        tile_width=sheet.tile_width,
        tile_height=sheet.tile_height,
        columns=sheet.columns,
        tiles=sheet.tiles,
        interval_ms=sheet.interval_ms,
    )


def _rendition(
    db: Session, version: MediumVersion, encoded: Encoded, file: Kept, *, now: datetime
) -> Rendition:
    peak, average = encoded.bandwidths
    return Rendition(
        version_id=version.id,
        kind=encoded.kind,
        name=encoded.name,
        width=encoded.width,
        height=encoded.height,
        size_bytes=file.size,
        bandwidth=peak,
        average_bandwidth=average,
        codecs=encoded.codecs,
        playlist=encoded.playlist,
        file=storage.record(db, file, media_type=encoded.media_type, now=now),
    )
