"""A draft becomes a rule: with the trial that was shown, and from a day that is still to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import audit, clock, jobs
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.learning.models import (
    CompletionCondition,
    CompletionConditionModule,
    CompletionRule,
    RuleDraft,
    WatchRule,
)
from elearn.learning.queries.terms import watch_rule_on
from elearn.learning.rules import Condition, DraftState, RuleKind
from elearn.learning.service.drafting import open_draft
from elearn.text import msg

#: The job that writes down what a new watch rule gives, and what stays.
GIVE = "rules.give"
#: What was tried longer ago is tried again: people have gone on learning.
FRESH = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a decision rests on: the moment of the trial shown, and the rules that hold now."""

    tried_at: str
    against: str


def adopt_rule(
    db: Session, actor: Actor, draft_id: int, basis: Basis, *, now: datetime
) -> RuleDraft:
    """Make a draft a rule, from its day on; the trial that was shown stays with it.

    :raise Conflict: if it is a draft no more, was not tried lately, was tried again meanwhile, or
        on other rules than hold now, or if its day has come.
    """
    draft = open_draft(db, draft_id)
    _refuse_untried(draft, basis, now)
    if clock.day_of(now) >= draft.valid_from:
        raise Conflict(msg("Ngày áp dụng đã tới. Bỏ bản thảo này và soạn lại với ngày khác."))
    if draft.kind is RuleKind.WATCH:
        draft.watch_rule_version = _watch_rule(db, draft)
    else:
        draft.completion_rule_id = _completion_rule(db, draft)
    draft.state, draft.state_at, draft.state_by_id = DraftState.ADOPTED, now, actor.person_id
    db.flush()
    audit.record(db, actor, "adopt", "rule_draft", draft.id, now=now)
    if draft.kind is RuleKind.WATCH:
        _have_given(db, draft, now)
    return draft


def _have_given(db: Session, draft: RuleDraft, now: datetime) -> None:
    """Have written down what stays, at once, and what is given, on the first day."""
    told, first_day = {"draft": draft.id}, clock.start_of(draft.valid_from)
    jobs.enqueue(db, GIVE, told, key=f"rule-stays:{draft.id}", now=now)
    jobs.enqueue(db, GIVE, told, key=f"rule-gives:{draft.id}", now=now, run_after=first_day)


def _refuse_untried(draft: RuleDraft, basis: Basis, now: datetime) -> None:
    if draft.tried_at is None or now - draft.tried_at > FRESH:
        raise Conflict(msg("Kết quả thử đã cũ hơn một ngày. Bấm “Thử lại” rồi xem lại số liệu."))
    if draft.tried_at.isoformat() != basis.tried_at:
        raise Conflict(msg("Bản thảo vừa được thử lại. Xem số liệu mới rồi áp dụng."))
    if draft.tried_against != basis.against:
        raise Conflict(msg("Quy tắc đang dùng đã đổi sau khi thử. Bấm “Thử lại” rồi xem lại."))


def _watch_rule(db: Session, draft: RuleDraft) -> int:
    """Add the next version: as the one in force that day, but for the share."""
    before = watch_rule_on(db, draft.valid_from)
    number = (db.scalar(select(func.max(WatchRule.version))) or 0) + 1
    share = draft.seen_share_percent or before.seen_share_percent
    db.add(
        WatchRule(
            version=number,
            valid_from=draft.valid_from,
            seen_share_percent=share,
            rate_percent=before.rate_percent,
            unspent_seconds=before.unspent_seconds,
            unspent_intervals=before.unspent_intervals,
            idle_seconds=before.idle_seconds,
        )
    )
    db.flush()
    return number


def _completion_rule(db: Session, draft: RuleDraft) -> int:
    rule = CompletionRule
    # `IS` also finds those of no programme: the rules for all.
    same = select(func.max(rule.number)).where(
        rule.programme_id.is_not_distinct_from(draft.programme_id)
    )
    made = CompletionRule(
        programme_id=draft.programme_id,
        number=(db.scalar(same) or 0) + 1,
        valid_from=draft.valid_from,
        rows=[_condition(place, one) for place, one in enumerate(draft.wanted, 1)],
    )
    db.add(made)
    db.flush()
    return made.id


def _condition(place: int, one: Condition) -> CompletionCondition:
    named = [CompletionConditionModule(module_id=key) for key in sorted(one.modules)]
    return CompletionCondition(
        position=place, kind=one.kind, at_least=one.at_least, percent=one.percent, modules=named
    )
