"""Makers of media: a medium with a version, ready to be played unless said otherwise."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from elearn import media
from elearn.access import OPERATOR
from elearn.jobs import Job, JobState
from elearn.media import (
    Caption,
    Change,
    Medium,
    MediumVersion,
    ReleaseTerms,
    Rendition,
    RenditionKind,
    ReplacementPolicy,
    VersionState,
)
from elearn.media.models import (
    CaptionOrigin,
    CaptionRevision,
    Preview,
    Release,
    Slide,
    SlideDeck,
    SlideSet,
)
from elearn.media.rules import SlideOrigin
from elearn.media.service import released_of
from elearn.storage import StoredFile

LONG_AGO = datetime(2025, 7, 1, tzinfo=UTC)
_numbers = count(1)

PLAYLIST = """#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-MAP:URI="x.mp4",BYTERANGE="100@0"
#EXTINF:4.000000,
#EXT-X-BYTERANGE:900@100
x.mp4
#EXT-X-ENDLIST
"""


def stored_file(
    db: Session, *, digest: str | None = None, size: int = 1000, media_type: str = "video/mp4"
) -> StoredFile:
    """Make the row of a file; its bytes lie nowhere unless the test has kept them."""
    name = digest or sha256(str(next(_numbers)).encode()).hexdigest()
    row = StoredFile(sha256=name, size=size, media_type=media_type, kept_at=LONG_AGO)
    db.add(row)
    db.flush()
    return row


def medium(db: Session, title: str = "Quản lý hội viên", **values: Any) -> Medium:
    row = Medium(**{"title": title, "created_at": LONG_AGO, **values})
    db.add(row)
    db.flush()
    return row


def medium_version(
    db: Session, of: Medium | None = None, *, seconds: int = 600, **values: Any
) -> MediumVersion:
    """Make a version that is ready, of a new medium unless one is given, without renditions."""
    is_ready = values.get("state", VersionState.READY) is VersionState.READY
    facts = {
        "medium_id": (of or medium(db)).id,
        "number": 1,
        "source_id": stored_file(db).id,
        "file_name": "HV-15_ban_chot.mp4",
        "uploaded_at": LONG_AGO,
        "state": VersionState.READY,
        "duration_ms": seconds * 1000 if is_ready else None,
        "ready_at": LONG_AGO if is_ready else None,
    }
    row = MediumVersion(**{**facts, **values})
    db.add(row)
    db.flush()
    if is_ready and released_of(db, row.medium_id) is None:
        db.add(Release(version_id=row.id, released_at=LONG_AGO))
        db.flush()
    return row


def release(
    db: Session,
    of: MediumVersion,
    policy: ReplacementPolicy = ReplacementPolicy.STAYS_VALID,
    *changes: Change,
    note: str = "",
) -> MediumVersion:
    """Give a version to learners in place of the one before, and return it."""
    terms = ReleaseTerms(policy, note, changes)
    media.release(db, OPERATOR, of, terms, now=LONG_AGO)
    return of


def rendition(
    db: Session, of: MediumVersion | None = None, name: str = "240p", **values: Any
) -> Rendition:
    """Make a rendition of a version; its size and picture go with its name."""
    kind = {"audio": RenditionKind.SOUND_AAC, "opus": RenditionKind.SOUND_OPUS}.get(
        name, RenditionKind.VIDEO
    )
    height = int(name.removesuffix("p")) if kind is RenditionKind.VIDEO else None
    size = values.pop("size_bytes", 1000 * (height or 100))
    facts = {
        "version_id": (of or medium_version(db)).id,
        "kind": kind,
        "name": name,
        "height": height,
        "width": height and height * 16 // 9,
        "size_bytes": size,
        "bandwidth": size * 10,
        "average_bandwidth": size * 8,
        "codecs": "avc1.4d4015,mp4a.40.2" if height else "mp4a.40.2",
        "playlist": PLAYLIST,
        "file_id": values.pop("file_id", None) or stored_file(db, size=size).id,
    }
    row = Rendition(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def caption(
    db: Session, of: MediumVersion | None = None, language: str = "vi", **values: Any
) -> Caption:
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nChào các chị.\n"
    facts = {"version_id": (of or medium_version(db)).id, "changed_at": LONG_AGO}
    row = Caption(**{**facts, "language": language, "text": text, **values})
    db.add(row)
    db.flush()
    return row


def caption_revision(
    db: Session, of: MediumVersion, language: str = "vi", **values: Any
) -> CaptionRevision:
    """Make captions as they stood before they were corrected."""
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nCháo các chị.\n"
    facts = {"version_id": of.id, "language": language, "revision": 1, "text": text}
    facts |= {"origin": CaptionOrigin.PERSON, "changed_at": LONG_AGO}
    row = CaptionRevision(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def playable(db: Session, *, seconds: int = 600) -> media.Playable:
    """Make a medium that can be played in all its weights, with captions."""
    made = medium_version(db, seconds=seconds)
    for name in ("480p", "240p", "audio"):
        rendition(db, made, name)
    caption(db, made)
    return media.playable_of(db, made.medium_id)


def job(db: Session, of: MediumVersion, *, percent: int = 40) -> Job:
    """Make the job that works on a version."""
    row = Job(
        kind="media.transcode",
        key=of.job_key,
        payload={"version": of.id},
        state=JobState.RUNNING,
        worker="a worker",
        done=percent,
        total=100,
        enqueued_at=LONG_AGO,
    )
    db.add(row)
    db.flush()
    return row


def slide_set(
    db: Session, of: MediumVersion, *times: int, files: Sequence[StoredFile] = (), **values: Any
) -> SlideSet:
    """Make the slides of a version that begin at these milliseconds, each with its own picture."""
    shown = files or [stored_file(db, media_type="image/webp") for _ in times or (0,)]
    facts = {"number": 1, "made_at": LONG_AGO, "size_bytes": sum(one.size for one in {*shown})}
    row = SlideSet(**{"version_id": of.id, **facts, **values})
    row.slides = [
        Slide(number=number, at_ms=at, file=file, origin=SlideOrigin.FOUND)
        for number, (at, file) in enumerate(zip(times or (0,), shown, strict=True), 1)
    ]
    db.add(row)
    db.flush()
    return row


def slide_deck(db: Session, of: MediumVersion, **values: Any) -> SlideDeck:
    """Make a PDF that waits to be taken over."""
    facts = {"version_id": of.id, "file_name": "bai.pdf", "is_in_order": False}
    file_id = values.pop("file_id", None) or stored_file(db, media_type="application/pdf").id
    row = SlideDeck(**{**facts, "file_id": file_id, "uploaded_at": LONG_AGO, **values})
    db.add(row)
    db.flush()
    return row


def preview(db: Session, of: MediumVersion, **values: Any) -> Preview:
    """Make a link by which a reviewer looks at a version, for a week from LONG_AGO on."""
    facts = {"note": "Ban Tuyên giáo", "created_at": LONG_AGO}
    facts |= {"expires_at": LONG_AGO + timedelta(days=7), "version_id": of.id}
    row = Preview(**facts | values)
    db.add(row)
    db.flush()
    return row
