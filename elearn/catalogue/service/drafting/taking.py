"""Taking a lecture of the catalogue into a draft: as it is, or with its words to be altered."""

from dataclasses import replace
from secrets import token_hex

from sqlalchemy.orm import Session

from elearn.catalogue import queries
from elearn.catalogue.queries.drafts.desk import aims_of
from elearn.catalogue.rules.draft import DraftContent, LectureInDraft, Wording


def new_key() -> str:
    """Return a key for a lecture that has no code, unlike any other in its draft."""
    return f"moi-{token_hex(4)}"


def taken(db: Session, content: DraftContent, code: str) -> DraftContent:
    """Return the draft with a lecture at its end; one that stands there already stays once.

    :raise NotFound: if there is no such code.
    """
    lecture = queries.lecture_by_code(db, code)
    if lecture.code in content.codes:
        return content
    return content.with_lecture(LectureInDraft(lecture.code.lower(), lecture.code))


def reworded(db: Session, content: DraftContent, key: str) -> DraftContent:
    """Return the draft with the published words of a lecture in it, to be altered.

    :raise NotFound: if the lecture's code is no more.
    """
    place = _place(content, key)
    if place is None or place.code is None:
        return content
    lecture = queries.lecture_by_code(db, place.code)
    text = queries.lecture_text_of(db, lecture)
    wording = Wording(
        title=text.title,
        body=text.body,
        minutes=str(text.planned_minutes),
        aims=aims_of(text.objectives),
    )
    return content.with_lecture(replace(place, taken_from=lecture.current.number, wording=wording))


def restored(_db: Session, content: DraftContent, key: str) -> DraftContent:
    """Return the draft with a lecture of the catalogue as it is published again."""
    place = _place(content, key)
    if place is None or place.code is None:
        return content
    return content.with_lecture(LectureInDraft(place.key, place.code))


def insisted(db: Session, content: DraftContent, key: str) -> DraftContent:
    """Return the draft with its own words for a lecture that was published anew meanwhile.

    :raise NotFound: if the lecture's code is no more.
    """
    place = _place(content, key)
    if place is None or place.code is None:
        return content
    number = queries.lecture_by_code(db, place.code).current.number
    return content.with_lecture(replace(place, taken_from=number))


def _place(content: DraftContent, key: str) -> LectureInDraft | None:
    at = content.place_of(key)
    return None if at is None else content.lectures[at]
