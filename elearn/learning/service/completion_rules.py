"""The versions of the completion rules, brought from data/completion.yaml into the database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue import Module, Programme
from elearn.learning.models import (
    CompletionCondition,
    CompletionConditionModule,
    CompletionRule,
    RuleDraft,
)

COMPLETION_RULES = Path(__file__).resolve().parents[1] / "data" / "completion.yaml"


def load_completion_rules(db: Session, path: Path = COMPLETION_RULES) -> int:
    """Add the versions that are not there yet; return how many. One in force is never altered.

    Where people of the installation have set a rule of their own, for a programme or for all, what
    ships for the same replaces it no more.
    """
    own = _set_here(db)
    known = {(rule.programme_id, rule.number) for rule in db.scalars(select(CompletionRule))}
    every = _rules(db, yaml.safe_load(path.read_text()))
    rules = [rule for rule in every if (rule.programme_id, rule.number) not in known]
    rules = [rule for rule in rules if rule.programme_id not in own]
    db.add_all(rules)
    db.flush()
    return len(rules)


def _set_here(db: Session) -> set[int | None]:
    set_ = select(RuleDraft.programme_id).where(RuleDraft.completion_rule_id.is_not(None))
    return set(db.scalars(set_))


def _rules(db: Session, facts: list[dict[str, Any]]) -> Iterator[CompletionRule]:
    programmes = {one.code: one.id for one in db.scalars(select(Programme))}
    modules = {one.code: one.id for one in db.scalars(select(Module))}
    for fact in facts:
        code = fact.get("programme")
        yield CompletionRule(
            programme_id=programmes[code] if code else None,
            number=fact["version"],
            valid_from=fact["valid_from"],
            valid_to=fact.get("valid_to"),
            rows=[
                _row(position, condition, modules)
                for position, condition in enumerate(fact["conditions"], 1)
            ],
        )


def _row(position: int, fact: dict[str, Any], modules: dict[str, int]) -> CompletionCondition:
    return CompletionCondition(
        position=position,
        kind=fact["kind"],
        at_least=fact.get("at_least"),
        percent=fact.get("percent"),
        modules=[
            CompletionConditionModule(module_id=modules[code]) for code in fact.get("modules", ())
        ],
    )
