"""Who answers for a lecture: the catalogue keeps no author, but it is known who made what."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import accounts, audit, catalogue, media
from elearn.access import Role


def teachers_of(db: Session, lecture: catalogue.Lecture, *, day: date) -> list[int]:
    """Return who is told of a question: who made its film, else who wrote it, else all who teach.

    Only those who may still answer it are told; where nobody teaches at all, it is the centre.
    """
    teaching = accounts.holders_of(db, Role.INSTRUCTOR, day=day)
    centre = accounts.holders_of(db, Role.CENTRAL, day=day)
    makers = {*teaching, *centre, *accounts.holders_of(db, Role.ADMINISTRATOR, day=day)}
    for known, answering in ((_owner, makers), (_author, {*teaching, *centre})):
        person_id = known(db, lecture)
        if person_id is not None and person_id in answering:
            return [person_id]
    return teaching or centre


def _owner(db: Session, lecture: catalogue.Lecture) -> int | None:
    film = select(media.Medium.created_by_id).where(media.Medium.id == lecture.medium_id)
    return db.scalar(film)


def _author(db: Session, lecture: catalogue.Lecture) -> int | None:
    """Return who published the lecture last."""
    entry = audit.AuditEntry
    about = (entry.subject == "lecture", entry.subject_id == lecture.id)
    last = select(entry.person_id).where(*about, entry.action == "publish")
    return db.scalar(last.order_by(entry.id.desc()).limit(1))
