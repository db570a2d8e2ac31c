"""Which film belongs to a lecture, and its captions where the folder has them."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, media
from elearn.access import Actor
from elearn.catalogue.models import Lecture, LectureVersion
from elearn.catalogue.rules import may_set_medium
from elearn.db import changed
from elearn.errors import Forbidden
from elearn.text import msg

_LANGUAGE = "vi"


def set_medium(
    db: Session, actor: Actor, lecture: Lecture, medium_id: int, *, now: datetime
) -> None:
    """Show this medium as the lecture's film, ready or not; the same again changes nothing.

    A better film of the same lecture is a new version of the same medium, not another medium:
    what people have watched is kept by medium.

    :raise Forbidden: if the actor decides on no films.
    :raise NotFound: if there is no such medium.
    """
    if not may_set_medium(actor):
        raise Forbidden(msg("Giảng viên và quản trị trung ương chọn video cho bài giảng."))
    medium, before = media.medium_by_id(db, medium_id), lecture.medium_id
    if before == medium.id:
        return
    lecture.medium_id = medium.id
    changed(db, "lecture", lecture.code, now=now)
    db.flush()
    details = {"medium": medium.id, "before": before}
    audit.record(db, actor, "set_medium", "lecture", lecture.id, now=now, details=details)
    add_captions(db, lecture, now=now)


def add_captions(db: Session, lecture: Lecture, *, now: datetime) -> bool:
    """Give the folder's captions to the lecture's film; return whether that changed anything.

    They go to the newest version of the medium that has not failed, where it has none in
    Vietnamese or has, letter for letter, those of an earlier wording of this folder. All others
    were made or corrected elsewhere, and stay.
    """
    text = lecture.current.captions if lecture.medium_id is not None else None
    version = media.watchable_version(db, lecture.medium_id) if text is not None else None
    if text is None or version is None:
        return False
    kept = media.caption_in(db, version.id, _LANGUAGE)
    if kept and (kept.text == text or not _is_from_the_folder(db, lecture, kept.text)):
        return False
    media.add_captions(db, version, language=_LANGUAGE, text=text, now=now)
    return True


def _is_from_the_folder(db: Session, lecture: Lecture, text: str) -> bool:
    mine = select(LectureVersion.id).where(LectureVersion.lecture_id == lecture.id)
    return db.scalar(mine.where(LectureVersion.captions == text).limit(1)) is not None
