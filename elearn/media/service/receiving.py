"""Files taken in: a new medium, or the next version of one."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import audit, jobs, storage
from elearn.access import OPERATOR, Actor
from elearn.errors import InvalidInput
from elearn.media import ffmpeg
from elearn.media.models import Medium, MediumVersion, is_stuck
from elearn.media.service import queueing, trying
from elearn.media.service.permission import refuse_learners, refuse_strangers
from elearn.storage import Kept, Store
from elearn.text import msg, nfc

MEDIA_TYPE = "application/octet-stream"  # Whatever a source is, it is never shown to a browser.
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a file handed in: its titles, on whose behalf it comes, how urgent it is."""

    title: str
    file_name: str = ""
    actor: Actor = OPERATOR
    priority: int = 5  # A person waits for it; what nobody waits for is less.


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was looked at and lies in the store, and what is known of it."""

    file: Kept
    about: About


def receive(store: Store, path: Path, about: About) -> Received:
    """Look at a file and keep it. This takes long, so it is done before a transaction begins.

    :raise InvalidInput: if the title is missing.
    :raise Unusable: if the file is no film or sound recording that we take.
    """
    title = nfc(about.title)
    if not title or len(title) > _LONGEST_TITLE:
        raise InvalidInput(
            title=msg("Gõ tên của video, dài nhất %(most)s chữ.", most=_LONGEST_TITLE)
        )
    ffmpeg.probe(path)
    name = (nfc(about.file_name) or path.name)[-255:]
    return Received(store.keep(path), replace(about, title=title, file_name=name))


def add(db: Session, received: Received, *, now: datetime) -> MediumVersion:
    """Make a new medium of a file and have it transcoded; return its first version.

    :raise Forbidden: if the actor makes no media.
    """
    refuse_learners(received.about.actor)
    medium = Medium(
        title=received.about.title, created_by_id=received.about.actor.person_id, created_at=now
    )
    db.add(medium)
    db.flush()
    return _next_version(db, medium, received, now=now)


def renew(db: Session, medium: Medium, received: Received, *, now: datetime) -> MediumVersion:
    """Add a file as the next version; the one before is played until this one is ready.

    The same file again gives the version that is there already, tried again if it failed.

    :raise Forbidden: if the actor may not change this medium.
    """
    refuse_strangers(received.about.actor, medium)
    last = db.scalar(
        select(MediumVersion)
        .where(MediumVersion.medium_id == medium.id)
        .order_by(MediumVersion.number.desc())
        .limit(1)
    )
    if last is not None and last.source.sha256 == received.file.sha256:
        if is_stuck(last, jobs.job_by_key(db, last.job_key)):
            trying.retry(db, received.about.actor, last, now=now)
        return last
    return _next_version(db, medium, received, now=now)


def _next_version(
    db: Session, medium: Medium, received: Received, *, now: datetime
) -> MediumVersion:
    highest = select(func.max(MediumVersion.number)).where(MediumVersion.medium_id == medium.id)
    version = MediumVersion(
        medium_id=medium.id,
        number=(db.scalar(highest) or 0) + 1,
        source=storage.record(db, received.file, media_type=MEDIA_TYPE, now=now),
        file_name=received.about.file_name,
        uploaded_by_id=received.about.actor.person_id,
        uploaded_at=now,
    )
    db.add(version)
    db.flush()
    acting, priority = received.about.actor, received.about.priority
    audit.record(db, acting, "media.version_added", "medium_version", version.id, now=now)
    queueing.enqueue(db, version, priority=priority, now=now)
    return version
