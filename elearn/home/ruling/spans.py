"""Versions of a rule as days on which each of them holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from elearn.learning import CompletionRule, RuleDraft, WatchRule

#: Of two versions that hold on a day, the newer counts.
Rule = TypeVar("Rule", WatchRule, CompletionRule)


@dataclass(frozen=True, slots=True)
class Span(Generic[Rule]):
    """A version, the last day on which it holds, and the draft it comes from."""

    rule: Rule
    last: date | None
    draft: RuleDraft | None

    @property
    def followed(self) -> date | None:
        """The day from which another holds in its place."""
        return self.last and self.last + timedelta(days=1)

    @property
    def is_void(self) -> bool:
        """Whether the next version took its place before it ever held."""
        return self.last is not None and self.last < self.rule.valid_from

    def holds_on(self, day: date) -> bool:
        return self.rule.valid_from <= day and (self.last is None or day <= self.last)


def spans(newest_first: Sequence[Rule], drafts: Mapping[Rule, RuleDraft]) -> list[Span[Rule]]:
    """Return when each version of one rule holds, given all of them, the newest first."""
    found: list[Span[Rule]] = []
    followed: date | None = None
    for rule in newest_first:
        ends = [rule.valid_to, followed and followed - timedelta(days=1)]
        last = min((day for day in ends if day), default=None)
        found.append(Span(rule, last, drafts.get(rule)))
        followed = min(followed or rule.valid_from, rule.valid_from)
    return found


def by_programme(rules: Sequence[CompletionRule]) -> dict[int | None, list[CompletionRule]]:
    """Return the versions of each rule of completion, in the order given: None is that for all."""
    found: dict[int | None, list[CompletionRule]] = defaultdict(list)
    for rule in rules:
        found[rule.programme_id].append(rule)
    return dict(found)
