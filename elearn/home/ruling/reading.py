"""The rules as a page tells them: which hold when, in words, and what each rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from elearn import learning
from elearn.home.ruling import queries
from elearn.home.ruling.spans import Span, by_programme, spans
from elearn.learning import CompletionRule, Condition, RuleDraft, RuleKind, WatchRule
from elearn.text import Message


@dataclass(frozen=True, slots=True)
class Written:
    """A rule of completion: for whom, its versions, what each asks, and who keeps it."""

    title: str | None  # None: for all that have none of their own.
    versions: Sequence[Span[CompletionRule]]
    words: dict[int, tuple[Message, ...]]
    classes: dict[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """All rules there are, and the drafts of further ones."""

    watching: Sequence[Span[WatchRule]]
    completion: Sequence[Written]
    drafts: Sequence[RuleDraft]


def in_force(db: Session) -> Held:
    """Return all rules with their words, in a number of queries that does not grow."""
    drafts = learning.rule_drafts(db)
    by_version = {one.watch_rule_version: one for one in drafts}
    watch = learning.watch_rules(db)
    their = {rule: by_version[rule.version] for rule in watch if rule.version in by_version}
    return Held(spans(watch, their), _written(db, drafts), drafts)


def _written(db: Session, drafts: Sequence[RuleDraft]) -> list[Written]:
    rules = learning.completion_rules(db)
    by_rule = {one.completion_rule_id: one for one in drafts}
    titles = queries.programme_titles(db)
    modules = _modules(db, (one for rule in rules for one in rule.conditions))
    kept = queries.classes_under(db, [rule.id for rule in rules])
    return [
        Written(
            title=titles.get(programme_id, "") if programme_id else None,
            versions=spans(own, {one: by_rule[one.id] for one in own if one.id in by_rule}),
            words={one.id: _words(one.conditions, modules) for one in own},
            classes=kept,
        )
        for programme_id, own in by_programme(rules).items()
    ]


def before(db: Session, draft: RuleDraft) -> WatchRule | CompletionRule:
    """Return the rule that holds on the last day before a draft would."""
    last = draft.valid_from - timedelta(days=1)
    if draft.kind is RuleKind.WATCH:
        return learning.watch_rule_on(db, last)
    return learning.completion_rule_on(db, draft.programme_id or 0, last)


def overtaken(db: Session, draft: RuleDraft) -> list[date]:
    """Return from which later days rules are written down that a draft would keep from holding.

    Of two versions that hold on a day the newer counts: one adopted later is newer on every day.
    """
    rules: Sequence[WatchRule | CompletionRule] = learning.watch_rules(db)
    if draft.kind is RuleKind.COMPLETION:
        every = learning.completion_rules(db)
        rules = [one for one in every if one.programme_id == draft.programme_id]
    return sorted({one.valid_from for one in rules if one.valid_from > draft.valid_from})


def worded(db: Session, draft: RuleDraft) -> tuple[Message, ...]:
    """Return what the conditions of a draft ask, in words."""
    return _words(draft.wanted, _modules(db, draft.wanted))


def _modules(db: Session, conditions: Iterable[Condition]) -> dict[int, str]:
    return queries.module_titles(db, {key for one in conditions for key in one.modules})


def _words(conditions: Iterable[Condition], titles: dict[int, str]) -> tuple[Message, ...]:
    return tuple(learning.condition_in_words(one, titles) for one in conditions)
