"""A person's places on programmes, and how far she is with each."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn import catalogue, media, people
from elearn.learning.models import Enrolment
from elearn.learning.queries.standings import Maps, last_change, maps_of, standing_of
from elearn.learning.rules import LectureProgress, ModuleProgress, ProgrammeProgress


def enrolments_of(db: Session, person_id: int) -> Sequence[Enrolment]:
    """Return the places of the person, of all her entries, one a version, the newest first."""
    hers = select(Enrolment).where(Enrolment.person_id.in_(people.entry_ids(person_id)))
    found = db.scalars(
        hers.options(joinedload(Enrolment.programme_version)).order_by(Enrolment.id.desc())
    )
    return list({place.programme_version_id: place for place in found}.values())


def progress_of(
    db: Session, person_id: int, version: catalogue.ProgrammeVersion, *, share_percent: int
) -> ProgrammeProgress:
    """Return how far a person is with a programme, in a number of queries that does not grow."""
    outline = catalogue.outline_of(db, version)
    lectures = [lecture for module in outline.modules for lecture in module.lectures]
    playable = media.playables(db, [one.medium_id for one in lectures if one.medium_id])
    maps = maps_of(db, person_id, playable.keys())
    return ProgrammeProgress(
        version.code,
        version.title,
        version.min_electives,
        tuple(
            ModuleProgress(
                module.title,
                module.is_required,
                tuple(_progress(one, playable, maps, share_percent) for one in module.lectures),
            )
            for module in outline.modules
        ),
    )


def _progress(
    lecture: catalogue.LectureInOutline,
    playable: Mapping[int, media.Playable],
    maps: Maps,
    share_percent: int,
) -> LectureProgress:
    shown = playable.get(lecture.medium_id or 0)
    if shown is None:
        return LectureProgress(lecture.code, lecture.title, None)
    hers = maps.get(shown.medium_id, ())
    last = last_change(hers)
    return LectureProgress(
        lecture.code,
        lecture.title,
        standing_of(hers, shown, share_percent=share_percent),
        shown.lightest_video_size,
        last.changed_at if last else None,
    )
