"""Completions: recorded once a person has confirmed them, and taken back by a person only."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, clock, people
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import InvalidInput
from elearn.learning.models import Completion
from elearn.learning.rules import CompletionForm
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Achievement:
    """A programme version completed by a person on a day; `source` is the paper that says so."""

    person_id: int
    programme_version_id: int
    completed_on: date
    form: CompletionForm
    rule_id: int | None = None
    source: str | None = None


def complete(db: Session, actor: Actor, done: Achievement, *, now: datetime) -> Completion:
    """Record that a person completed a programme version; one known already is returned as it is.

    :raise InvalidInput: if the day is still to come.
    """
    if done.completed_on > clock.day_of(now):
        raise InvalidInput(completed_on=msg("Ngày hoàn thành chưa tới."))
    if known := _known(db, done):
        return known
    completion = Completion(
        person_id=done.person_id,
        programme_version_id=done.programme_version_id,
        completion_rule_id=done.rule_id,
        form=done.form,
        completed_on=done.completed_on,
        source=done.source,
        recorded_at=now,
    )
    db.add(completion)
    db.flush()
    changed(db, "completion", completion.id, now=now)
    audit.record(db, actor, "complete", "completion", completion.id, now=now)
    return completion


def take_back(db: Session, actor: Actor, completion: Completion, *, now: datetime) -> None:
    """End what was recorded; that we held it for true until now stays known."""
    if completion.superseded_at is None:
        completion.superseded_at = now
        db.flush()
        changed(db, "completion", completion.id, now=now)
        audit.record(db, actor, "take_back", "completion", completion.id, now=now)


def _known(db: Session, done: Achievement) -> Completion | None:
    """Return the same achievement of any of her entries, if it is on record."""
    same = (
        Completion.person_id.in_(people.entry_ids(done.person_id)),
        Completion.programme_version_id == done.programme_version_id,
        Completion.completed_on == done.completed_on,
        Completion.form == done.form,
    )
    return db.scalar(select(Completion).where(*same, Completion.is_current()).limit(1))
