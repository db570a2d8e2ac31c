"""A person's places on programmes, and how far she is with each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn import catalogue, media, people
from elearn.learning.models import Enrolment
from elearn.learning.queries.standings import (
    Maps,
    last_change,
    maps_of_many,
    seen,
    standing_with,
)
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
    everybody = progress_of_many(db, [person_id], version, share_percent=share_percent)
    return everybody[person_id]


def progress_of_many(
    db: Session,
    person_ids: Collection[int],
    version: catalogue.ProgrammeVersion,
    *,
    share_percent: int,
    since: datetime | None = None,
) -> dict[int, ProgrammeProgress]:
    """Return how far each person is with a programme, in as many queries as for one.

    `since` is when the share began to be asked for: nothing was seen by it before.
    """
    outline = catalogue.outline_of(db, version)
    media_ids = [one.medium_id for one in outline.lectures if one.medium_id]
    playable = media.playables(db, media_ids)
    maps = maps_of_many(db, person_ids, playable.keys())
    return {
        person_id: _progress(version, outline, _Watching(playable, hers, share_percent, since))
        for person_id, hers in maps.items()
    }


@dataclass(frozen=True, slots=True)
class _Watching:
    """What can be played, and what one person has watched of it."""

    playable: Mapping[int, media.Playable]
    maps: Maps
    share_percent: int
    since: datetime | None

    def of(self, lecture: catalogue.LectureInOutline) -> LectureProgress:
        shown = self.playable.get(lecture.medium_id or 0)
        if shown is None:
            return LectureProgress(lecture.code, lecture.title, None)
        hers = self.maps.get(shown.medium_id, ())
        last = last_change(hers)
        stand = standing_with(hers, shown, share_percent=self.share_percent)
        seen_then = seen(hers, stand, since=self.since)
        return LectureProgress(
            lecture.code,
            lecture.title,
            stand.standing,
            shown.first_choice.size,
            last.changed_at if last else None,
            seen_then.at if seen_then else None,
            seen_then.by if seen_then else None,
        )


def _progress(
    version: catalogue.ProgrammeVersion, outline: catalogue.Outline, watching: _Watching
) -> ProgrammeProgress:
    modules = tuple(
        ModuleProgress(
            module.id,
            module.title,
            module.is_required,
            tuple(watching.of(one) for one in module.lectures),
        )
        for module in outline.modules
    )
    return ProgrammeProgress(version.code, version.title, version.min_electives, modules)
