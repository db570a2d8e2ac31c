"""A person's places on programmes, and how far she is with each."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn import catalogue, media
from elearn.learning.models import Enrolment, WatchMap
from elearn.learning.queries.standings import kept_maps_of, standing_of
from elearn.learning.rules import LectureProgress, ModuleProgress, ProgrammeProgress


def enrolments_of(db: Session, person_id: int) -> Sequence[Enrolment]:
    """Return the person's places, the newest first."""
    hers = select(Enrolment).where(Enrolment.person_id == person_id)
    return db.scalars(
        hers.options(joinedload(Enrolment.programme_version)).order_by(Enrolment.id.desc())
    ).all()


def progress_of(
    db: Session, person_id: int, version: catalogue.ProgrammeVersion, *, share_percent: int
) -> ProgrammeProgress:
    """Return how far a person is with a programme, in a number of queries that does not grow."""
    outline = catalogue.outline_of(db, version)
    lectures = [lecture for module in outline.modules for lecture in module.lectures]
    playable = media.playables(db, [one.medium_id for one in lectures if one.medium_id])
    kept = kept_maps_of(db, person_id, [one.version_id for one in playable.values()])
    return ProgrammeProgress(
        version.code,
        version.title,
        version.min_electives,
        tuple(
            ModuleProgress(
                module.title,
                module.is_required,
                tuple(_progress(one, playable, kept, share_percent) for one in module.lectures),
            )
            for module in outline.modules
        ),
    )


def _progress(
    lecture: catalogue.LectureInOutline,
    playable: Mapping[int, media.Playable],
    kept: Mapping[int, WatchMap],
    share_percent: int,
) -> LectureProgress:
    shown = playable.get(lecture.medium_id or 0)
    if shown is None:
        return LectureProgress(lecture.code, lecture.title, None)
    map_ = kept.get(shown.version_id)
    return LectureProgress(
        lecture.code,
        lecture.title,
        standing_of(map_, length=shown.seconds, share_percent=share_percent),
        shown.lightest_video_size,
        map_.changed_at if map_ else None,
    )
