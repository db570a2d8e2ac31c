"""Rules as somebody wants them: drafted, tried on what people have done, or put aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.db.bulk import put_rows
from elearn.errors import Conflict, InvalidInput
from elearn.learning.models import (
    RuleDraft,
    RuleTrialLine,
    RuleTrialPerson,
)
from elearn.learning.queries.rule_drafts import draft_to_change
from elearn.learning.rules import DraftState, Effect, NewRule, RuleKind
from elearn.learning.rules.drafts import as_json
from elearn.text import msg, nfc


@dataclass(frozen=True, slots=True)
class TrialLine:
    """What a draft does to the people of one lecture or programme version, and to whom."""

    people: int
    has: int
    effects: dict[Effect, frozenset[int]]
    lecture_id: int | None = None
    programme_version_id: int | None = None
    completed: int = 0

    def count(self, effect: Effect) -> int:
        return len(self.effects.get(effect, ()))


def draft_rule(db: Session, actor: Actor, new: NewRule, *, now: datetime) -> RuleDraft:
    """Keep a rule as somebody wants it; nothing changes by it.

    :raise InvalidInput: naming each field that cannot be.
    """
    if wrong := new.flaws(clock.day_of(now)):
        raise InvalidInput(**wrong)
    is_watching = new.kind is RuleKind.WATCH
    draft = RuleDraft(
        kind=new.kind,
        programme_id=new.programme_id,
        valid_from=new.valid_from,
        seen_share_percent=new.seen_share_percent,
        conditions=None if is_watching else as_json(new.conditions),
        note=nfc(new.note.strip()),
        drafted_at=now,
        drafted_by_id=actor.person_id,
        state=DraftState.DRAFT,
        state_at=now,
        state_by_id=actor.person_id,
    )
    db.add(draft)
    db.flush()
    audit.record(db, actor, "draft", "rule_draft", draft.id, now=now)
    return draft


def discard_rule(db: Session, actor: Actor, draft_id: int, *, now: datetime) -> RuleDraft:
    """Put a draft aside, with what was tried on it; no rule changes.

    :raise Conflict: if it is a draft no more.
    """
    draft = open_draft(db, draft_id)
    _clear(db, draft)
    draft.state, draft.state_at, draft.state_by_id = DraftState.DISCARDED, now, actor.person_id
    db.flush()
    audit.record(db, actor, "discard", "rule_draft", draft.id, now=now)
    return draft


def keep_trial(
    db: Session, draft_id: int, lines: Sequence[TrialLine], *, against: str, now: datetime
) -> None:
    """Keep what trying a draft showed, in the place of what was shown before."""
    draft = draft_to_change(db, draft_id)
    if draft.state is not DraftState.DRAFT:
        return
    _clear(db, draft)
    rows = [_row(draft, place, line) for place, line in enumerate(lines, 1)]
    db.add_all(rows)
    draft.tried_at, draft.tried_against = now, against
    db.flush()
    names = ("rule_trial_line_id", "person_id", "effect")
    put_rows(db, RuleTrialPerson, names, _persons(zip(rows, lines, strict=True)))


def _persons(
    lines: Iterable[tuple[RuleTrialLine, TrialLine]],
) -> Iterable[tuple[int, int, Effect]]:
    for row, line in lines:
        for effect, persons in line.effects.items():
            for person_id in sorted(persons):
                yield row.id, person_id, effect


def _row(draft: RuleDraft, place: int, line: TrialLine) -> RuleTrialLine:
    return RuleTrialLine(
        rule_draft_id=draft.id,
        position=place,
        lecture_id=line.lecture_id,
        programme_version_id=line.programme_version_id,
        people=line.people,
        has=line.has,
        gains=line.count(Effect.GAINS),
        loses=line.count(Effect.LOSES),
        keeps=line.completed or line.count(Effect.KEEPS),
    )


def open_draft(db: Session, draft_id: int) -> RuleDraft:
    """Return a draft that nobody else changes until the transaction ends.

    :raise Conflict: if it is a draft no more.
    """
    draft = draft_to_change(db, draft_id)
    if draft.state is not DraftState.DRAFT:
        raise Conflict(msg("Bản thảo này đã được áp dụng hoặc đã bỏ. Mở lại trang để xem."))
    return draft


def _clear(db: Session, draft: RuleDraft) -> None:
    lines = select(RuleTrialLine.id).where(RuleTrialLine.rule_draft_id == draft.id)
    silently = {"synchronize_session": False}
    hers = RuleTrialPerson.rule_trial_line_id.in_(lines)
    db.execute(delete(RuleTrialPerson).where(hers), execution_options=silently)
    its = RuleTrialLine.rule_draft_id == draft.id
    db.execute(delete(RuleTrialLine).where(its), execution_options=silently)
    draft.tried_at = draft.tried_against = None
