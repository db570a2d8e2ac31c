"""The versions of the rules, the drafts of new ones, and what trying them showed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from elearn import people
from elearn.access import Actor
from elearn.errors import NotFound
from elearn.learning.models import (
    CompletionRule,
    RuleDraft,
    RuleTrialLine,
    RuleTrialPerson,
    WatchRule,
)
from elearn.learning.rules import DraftState, Effect
from elearn.text import msg

PAGE = 50


@dataclass(frozen=True, slots=True)
class TrialPeople:
    """One page of those to whom a draft would do something, and how many there are."""

    persons: Sequence[people.Person]
    count: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


def watch_rules(db: Session) -> Sequence[WatchRule]:
    """Return every version of the watch rule, the newest first."""
    return db.scalars(select(WatchRule).order_by(WatchRule.version.desc())).all()


def completion_rules(db: Session) -> Sequence[CompletionRule]:
    """Return every version of every rule of completion: those for all first, the newest first."""
    rule = CompletionRule
    order = (rule.programme_id.is_not(None), rule.programme_id, rule.number.desc())
    return db.scalars(select(rule).order_by(*order)).all()


def rule_drafts(db: Session) -> Sequence[RuleDraft]:
    """Return all drafts but those put aside, the newest first."""
    found = select(RuleDraft).where(RuleDraft.state != DraftState.DISCARDED)
    wanted = found.options(joinedload(RuleDraft.programme)).order_by(RuleDraft.id.desc())
    return db.scalars(wanted).all()


def rule_draft_by_id(db: Session, draft_id: int) -> RuleDraft:
    """Return the draft.

    :raise NotFound: if there is none.
    """
    return _found(db.get(RuleDraft, draft_id))


def draft_to_change(db: Session, draft_id: int) -> RuleDraft:
    """Return a draft that nobody else changes until the transaction ends.

    :raise NotFound: if there is none.
    """
    return _found(db.get(RuleDraft, draft_id, with_for_update=True, populate_existing=True))


def _found(draft: RuleDraft | None) -> RuleDraft:
    if draft is None:
        raise NotFound(msg("Không có bản thảo quy tắc này."))
    return draft


def trial_lines(db: Session, draft: RuleDraft) -> Sequence[RuleTrialLine]:
    """Return what the trial of a draft showed, in its order; one query."""
    line = RuleTrialLine
    of = (joinedload(line.lecture), joinedload(line.programme_version))
    found = select(line).where(line.rule_draft_id == draft.id).options(*of)
    return db.scalars(found.order_by(line.position)).all()


def trial_line(db: Session, draft: RuleDraft, line_id: int) -> RuleTrialLine:
    """Return a line of the trial of this draft.

    :raise NotFound: if there is none.
    """
    found = db.get(RuleTrialLine, line_id)
    if found is None or found.rule_draft_id != draft.id:
        raise NotFound(msg("Bản thảo đã được thử lại, danh sách này không còn."))
    return found


def trial_people(
    db: Session, actor: Actor, line: RuleTrialLine, effect: Effect, page: int = 1
) -> TrialPeople:
    """Return a page of those the actor may see to whom this would happen; two queries."""
    person, one = people.Person, RuleTrialPerson
    theirs = (
        select(person)
        .join(one, one.person_id == person.id)
        .where(one.rule_trial_line_id == line.id, one.effect == effect)
        .where(people.visible_to(db, actor))
    )
    count = db.scalar(select(func.count()).select_from(theirs.subquery())) or 0
    rows = theirs.order_by(person.sort_key, person.id).offset((page - 1) * PAGE).limit(PAGE)
    return TrialPeople(db.scalars(rows).all(), count, page)
