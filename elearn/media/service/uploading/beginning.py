"""Uploads begun: the place of a file that is yet to come."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.db.turns import take_turn
from elearn.errors import Forbidden
from elearn.media.models import FileUpload
from elearn.media.queries import medium_by_id
from elearn.media.queries.uploads import use_of
from elearn.media.rules.uploading import Limits, refuse_beyond, title_of
from elearn.media.service.permission import ONLY_MAKERS, refuse_learners, refuse_strangers
from elearn.media.service.uploading.queueing import hand_over
from elearn.text import nfc

_TOKEN_BYTES = 16
_LONGEST_NAME = 255
_LONGEST_FINGERPRINT = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A file that somebody wants to send: its bytes, and what its page tells of it."""

    length: int
    told: str = ""
    title: str = ""
    file_name: str = ""
    fingerprint: str = ""
    medium_id: int | None = None


def begin_upload(
    db: Session, actor: Actor, asked: Asked, *, limits: Limits, now: datetime
) -> FileUpload:
    """Give a file its place; an empty one is whole at once.

    :raise Forbidden: if the actor makes no media, or may not change the medium it is for.
    :raise NotFound: if there is no such medium.
    :raise TooMuch: if there is no room for it.
    """
    person_id, title = _sender(actor), _title(db, actor, asked)
    take_turn(db, "media.uploads")  # Two that begin at once do not get the same room.
    refuse_beyond(limits, use_of(db, person_id), asked.length)
    upload = FileUpload(
        token=token_hex(_TOKEN_BYTES),
        person_id=person_id,
        origin=actor.origin,
        medium_id=asked.medium_id,
        title=title,
        file_name=nfc(asked.file_name)[-_LONGEST_NAME:] or "video",
        fingerprint=asked.fingerprint.replace("\0", "")[:_LONGEST_FINGERPRINT],
        told=asked.told,
        length=asked.length,
        begun_at=now,
        changed_at=now,
        expires_at=now + limits.keeps,
    )
    db.add(upload)
    db.flush()
    if upload.length == 0:
        hand_over(db, upload, now=now)
    return upload


def _sender(actor: Actor) -> int:
    refuse_learners(actor)
    if actor.person_id is None:
        raise Forbidden(ONLY_MAKERS)
    return actor.person_id


def _title(db: Session, actor: Actor, asked: Asked) -> str:
    """Return what is typed, or the title of the medium that the file is for."""
    if asked.medium_id is None:
        return title_of(asked.title, asked.file_name)
    medium = medium_by_id(db, asked.medium_id)
    refuse_strangers(actor, medium)
    return medium.title
