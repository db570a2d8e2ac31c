"""Makers of learning: seconds watched, without a player, and the rules of the house."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from elearn import learning, media
from elearn.people import Person

LONG_AGO = datetime(2026, 9, 1, 13, tzinfo=UTC)


def rules(db: Session) -> learning.CompletionRule:
    """Load the watch rule and the completion rule; return the latter."""
    learning.load_rules(db)
    learning.load_completion_rules(db)
    return learning.completion_rule_on(db, 0, LONG_AGO.date())


def watched(  # noqa: PLR0913  # Who watched what, how much, how and when: each is named.
    db: Session,
    person: Person,
    film: media.Playable,
    *,
    seconds: int | None = None,
    shared: int = 0,
    at: datetime = LONG_AGO,
) -> learning.WatchMap:
    """Make the map of a film that a person watched from its beginning; by default all of it.

    So many of the first seconds she watched together with others before one screen.
    """
    held = film.seconds if seconds is None else seconds
    row = learning.WatchMap(
        person_id=person.id,
        medium_version_id=film.version_id,
        bits=learning.Seconds.of([(0, held)], film.seconds).to_bytes(),
        seconds=held,
        length=film.seconds,
        position=held,
        changed_at=at,
        shared=learning.Seconds.of([(0, shared)], held).to_bytes() if shared else None,
        seen_at=at if held * 100 >= film.seconds * 80 else None,
    )
    db.add(row)
    db.flush()
    return row


def completion(
    db: Session, person: Person, programme_version_id: int, *, at: datetime = LONG_AGO
) -> learning.Completion:
    row = learning.Completion(
        person_id=person.id,
        programme_version_id=programme_version_id,
        form=learning.CompletionForm.ONLINE,
        completed_on=at.date(),
        recorded_at=at,
    )
    db.add(row)
    db.flush()
    return row
