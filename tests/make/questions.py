"""Makers of questions and answers, and of a crowd that watched a film."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from elearn import learning, media
from elearn.catalogue import Lecture
from elearn.learning.models import LectureAnswer, LectureQuestion
from elearn.people import Person
from tests.make import people

LONG_AGO = datetime(2026, 9, 1, 13, tzinfo=UTC)


def question(db: Session, lecture: Lecture, asker: Person, **values: Any) -> LectureQuestion:
    """Make a question about all of a lecture."""
    facts = {"text": "Sổ này lấy ở đâu?", "asked_at": LONG_AGO}
    row = LectureQuestion(lecture_id=lecture.id, asked_by_id=asker.id, **facts | values)
    db.add(row)
    db.flush()
    return row


def answer(db: Session, to: LectureQuestion, by: Person, text: str = "Ở Hội xã.") -> LectureAnswer:
    """Make an answer; from now on the question counts as answered."""
    row = LectureAnswer(question_id=to.id, answered_by_id=by.id, text=text, answered_at=LONG_AGO)
    db.add(row)
    to.answered_at = LONG_AGO
    db.flush()
    return row


def watched(
    db: Session,
    film: media.MediumVersion,
    *visits: tuple[int, int],
    by: Person | None = None,
    at: datetime = LONG_AGO,
    is_seen: bool = False,
) -> Person:
    """Have somebody watch these stretches, each in a visit of its own."""
    person, bits = by or people.person(db), 0
    for number, stretch in enumerate(visits):
        seconds = learning.Seconds.of([stretch], film.seconds)
        bits |= seconds.bits
        _visit(db, person, film, seconds, at + timedelta(hours=number))
    held = learning.Seconds(bits)
    db.add(
        learning.WatchMap(
            person_id=person.id,
            medium_version_id=film.id,
            bits=held.to_bytes(),
            seconds=len(held),
            length=film.seconds,
            position=visits[-1][1],
            changed_at=at,
            seen_at=at if is_seen else None,
        )
    )
    db.flush()
    return person


def _visit(
    db: Session,
    person: Person,
    film: media.MediumVersion,
    seconds: learning.Seconds,
    at: datetime,
) -> None:
    token = f"{person.id}-{film.id}-{at:%H%M%S}"
    keys = {"person_id": person.id, "medium_version_id": film.id}
    session = learning.WatchSession(token=token, opened_at=at, device="", **keys)
    db.add(session)
    db.flush()
    db.add(
        learning.WatchEvidence(
            watch_session_id=session.id,
            form=learning.Form.VIDEO,
            claimed=seconds.to_bytes(),
            refused=b"",
            credited_seconds=len(seconds),
            reports=1,
            first_at=at,
            last_at=at,
        )
    )
