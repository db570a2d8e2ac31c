"""The lectures of a draft as learners would see them: what is reworded, and what stays."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import Lecture
from elearn.catalogue.rules.draft import DraftContent, LectureInDraft


@dataclass(frozen=True, slots=True)
class ShownLecture:
    """A lecture at its place in a draft, with the words and the film it would have."""

    key: str
    code: str | None
    title: str
    body: str
    minutes: str
    medium_id: int | None
    is_new: bool = False
    is_reworded: bool = False


def lectures_by_code(db: Session, codes: Collection[str]) -> dict[str, Lecture]:
    """Return the lectures with these codes, withdrawn or not, in one query."""
    found = db.scalars(select(Lecture).where(Lecture.code.in_(codes)))
    return {lecture.code: lecture for lecture in found}


def shown_lectures(db: Session, content: DraftContent) -> list[ShownLecture]:
    """Return the lectures in their order; a code that nothing has is left out."""
    known = lectures_by_code(db, content.codes)
    shown = (_shown(one, known.get(one.code or "")) for one in content.lectures)
    return [one for one in shown if one is not None]


def _shown(place: LectureInDraft, lecture: Lecture | None) -> ShownLecture | None:
    wording = place.wording
    film = lecture.medium_id if lecture else None
    if wording is not None:
        return ShownLecture(
            place.key,
            place.code,
            wording.title,
            wording.body,
            wording.minutes,
            wording.medium_id or film,
            is_new=place.code is None,
            is_reworded=place.code is not None,
        )
    if lecture is None:
        return None
    now = lecture.current
    return ShownLecture(place.key, place.code, now.title, now.body, str(now.planned_minutes), film)
