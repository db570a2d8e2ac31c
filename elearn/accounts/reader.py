"""Reads the rules of signing in from this domain's data."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from elearn.accounts.rules import SignInRule
from elearn.errors import NotFound
from elearn.text import msg

PATH = Path(__file__).parent / "data" / "rules.yaml"


@cache
def rules() -> tuple[SignInRule, ...]:
    """Return every rule there ever was, oldest first."""
    entries = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    return tuple(SignInRule(**entry) for entry in entries)


def rule_on(day: date) -> SignInRule:
    """Return the newest rule that holds on a day.

    :raise NotFound: if none holds.
    """
    holding = [rule for rule in rules() if rule.is_valid_on(day)]
    if not holding:
        raise NotFound(msg("Chưa có quy tắc đăng nhập cho ngày này."))
    return max(holding, key=lambda rule: rule.version)
