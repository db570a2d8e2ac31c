"""The lecture that comes after one, for one person."""

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from elearn import media, people
from elearn.catalogue import Lecture, ModuleLecture, ModuleVersion, ProgrammeModule
from elearn.learning.models import Enrolment
from elearn.learning.queries.programmes import progress_of
from elearn.learning.rules import LectureProgress, Seconds, Standing
from elearn.learning.rules.following import following


def next_lecture(
    db: Session, person_id: int, lecture: Lecture, *, share_percent: int
) -> LectureProgress | None:
    """Return the lecture to go on with: of the programme she takes it in, else of its module.

    A number of queries that does not grow.
    """
    place = _place_with(db, person_id, lecture)
    if place is None:
        return _in_module(db, lecture, share_percent)
    progress = progress_of(db, person_id, place.programme_version, share_percent=share_percent)
    return following(progress, lecture.code)


def _place_with(db: Session, person_id: int, lecture: Lecture) -> Enrolment | None:
    """Return her newest place on a programme in which the lecture stands."""
    version_ids = (
        select(ProgrammeModule.programme_version_id)
        .join(ModuleVersion, ModuleVersion.module_id == ProgrammeModule.module_id)
        .join(ModuleLecture, ModuleLecture.module_version_id == ModuleVersion.id)
        .where(ModuleVersion.is_current(), ModuleLecture.lecture_id == lecture.id)
    )
    hers = select(Enrolment).where(
        Enrolment.person_id.in_(people.entry_ids(person_id)),
        Enrolment.programme_version_id.in_(version_ids),
    )
    return db.scalar(hers.order_by(Enrolment.id.desc()).limit(1))


def _in_module(db: Session, lecture: Lecture, share_percent: int) -> LectureProgress | None:
    """Return the next lecture of a module that can be played, whatever she has seen of it."""
    own, other = aliased(ModuleLecture), aliased(ModuleLecture)
    after = (
        select(Lecture)
        .join(other, other.lecture_id == Lecture.id)
        .join(own, own.module_version_id == other.module_version_id)
        .join(ModuleVersion, ModuleVersion.id == own.module_version_id)
        .where(
            ModuleVersion.is_current(),
            own.lecture_id == lecture.id,
            other.position > own.position,
            Lecture.medium_id.is_not(None),
        )
        .order_by(ModuleVersion.id, other.position)
    )
    later = db.scalars(after.limit(20)).all()
    films = media.playables(db, [one.medium_id for one in later if one.medium_id])
    for one in later:
        if film := films.get(one.medium_id or 0):
            standing = Standing(Seconds(), film.seconds, share_percent)
            return LectureProgress(one.code, one.title, standing, film.first_choice.size)
    return None
