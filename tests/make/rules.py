"""Makers of rules: drafts of them, and a share that replaced the first on some day."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from elearn import clock, learning
from elearn.access import OPERATOR
from elearn.learning import Condition, ConditionKind, DraftState, NewRule, RuleDraft, RuleKind

WHY = "Quyết định số 12/QĐ-HPN ngày 20/11/2026"
REQUIRED, LECTURES = Condition(ConditionKind.REQUIRED_MODULES), Condition(ConditionKind.LECTURES)


def tomorrow() -> date:
    return clock.today() + timedelta(days=1)


def new_share(percent: int) -> NewRule:
    return NewRule(tomorrow(), WHY, seen_share_percent=percent)


def share_draft(db: Session, percent: int = 90) -> RuleDraft:
    """Make a draft by which so many percent of a lecture must be watched from tomorrow."""
    return learning.draft_rule(db, OPERATOR, new_share(percent), now=clock.now())


def conditions_draft(db: Session, *conditions: Condition, **words: Any) -> RuleDraft:
    """Make a draft of what completing takes from tomorrow: all required modules, or these."""
    asked = conditions or (LECTURES, REQUIRED)
    new = NewRule(tomorrow(), WHY, conditions=asked, **words)
    return learning.draft_rule(db, OPERATOR, new, now=clock.now())


def adopted_share(db: Session, percent: int, day: date) -> RuleDraft:
    """Make a share that has been asked for since a day, and the draft it came from."""
    before = learning.watch_rule_on(db, day)
    rule = learning.WatchRule(
        version=before.version + 1,
        valid_from=day,
        seen_share_percent=percent,
        rate_percent=before.rate_percent,
        unspent_seconds=before.unspent_seconds,
        unspent_intervals=before.unspent_intervals,
        idle_seconds=before.idle_seconds,
    )
    db.add(rule)
    db.flush()
    at = clock.start_of(day) - timedelta(days=2)
    draft = RuleDraft(
        kind=RuleKind.WATCH,
        valid_from=day,
        seen_share_percent=percent,
        note=WHY,
        drafted_at=at,
        state=DraftState.ADOPTED,
        state_at=at,
        tried_at=at,
        tried_against="watch 1",
        watch_rule_version=rule.version,
    )
    db.add(draft)
    db.flush()
    return draft
