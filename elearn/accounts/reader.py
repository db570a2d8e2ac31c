"""Reads the rules of signing in from this domain's data."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from elearn.accounts.rules import SignInRule

PATH = Path(__file__).parent / "data" / "rules.yaml"


@cache
def rules() -> tuple[SignInRule, ...]:
    """Return every rule there ever was, oldest first."""
    entries = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    return tuple(SignInRule(**entry) for entry in entries)


def rule_on(day: date) -> SignInRule:
    """Return the rule that holds on a day."""
    return next(rule for rule in rules() if rule.is_valid_on(day))
