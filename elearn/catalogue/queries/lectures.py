"""Lectures with their current wording, each list in one query."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import Lecture
from elearn.catalogue.queries.texts import slides_from
from elearn.catalogue.reader import Slide
from elearn.errors import NotFound
from elearn.text import msg


def lecture_by_code(db: Session, code: str) -> Lecture:
    """Return a lecture and its current version in one query; a withdrawn one is found as well.

    :raise NotFound: if there is no such code.
    """
    lecture = db.scalar(select(Lecture).where(Lecture.code == code))
    if lecture is None:
        raise NotFound(msg("Không tìm thấy bài giảng %(code)s.", code=code))
    return lecture


def lectures(db: Session) -> Sequence[Lecture]:
    """Return the lectures offered, by code."""
    offered = select(Lecture).where(Lecture.withdrawn_on.is_(None)).order_by(Lecture.code)
    return db.scalars(offered).all()


def lectures_without_medium(db: Session) -> Sequence[Lecture]:
    """Return the lectures offered that nobody can watch yet, by code."""
    waiting = select(Lecture).where(Lecture.withdrawn_on.is_(None), Lecture.medium_id.is_(None))
    return db.scalars(waiting.order_by(Lecture.code)).all()


def slides_of(lecture: Lecture) -> tuple[Slide, ...]:
    """Return the slides of the current version, without a query."""
    return slides_from(lecture.current.slides)
