"""Reads the rules of signing in and of roles from this domain's data."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

import yaml

from elearn.access import Role
from elearn.accounts.rules import CodeRule, LocalRole, Need, RoleRule, SignInRule
from elearn.areas import Level
from elearn.errors import NotFound
from elearn.text import msg

DATA = Path(__file__).parent / "data"


class Dated(Protocol):
    """A rule that holds on some days, in its version."""

    @property
    def version(self) -> int: ...
    def is_valid_on(self, day: date) -> bool: ...


Rule = TypeVar("Rule", bound=Dated)


@cache
def rules() -> tuple[SignInRule, ...]:
    """Return every rule of signing in there ever was, oldest first."""
    return tuple(SignInRule(**entry) for entry in _entries("rules"))


@cache
def role_rules() -> tuple[RoleRule, ...]:
    """Return every rule of roles there ever was, oldest first."""
    return tuple(_role_rule(**entry) for entry in _entries("roles"))


@cache
def code_rules() -> tuple[CodeRule, ...]:
    """Return every rule of codes and slips there ever was, oldest first."""
    return tuple(CodeRule(**entry) for entry in _entries("codes"))


@lru_cache(maxsize=64)
def rule_on(day: date) -> SignInRule:
    """Return the newest rule of signing in that holds on a day.

    :raise NotFound: if none holds.
    """
    return _newest(rules(), day)


@lru_cache(maxsize=64)
def role_rule_on(day: date) -> RoleRule:
    """Return the newest rule of roles that holds on a day.

    :raise NotFound: if none holds.
    """
    return _newest(role_rules(), day)


@lru_cache(maxsize=64)
def code_rule_on(day: date) -> CodeRule:
    """Return the newest rule of codes and slips that holds on a day.

    :raise NotFound: if none holds.
    """
    return _newest(code_rules(), day)


def _entries(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load(
        (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    )
    return entries


def _newest(rules: Iterable[Rule], day: date) -> Rule:
    holding = [rule for rule in rules if rule.is_valid_on(day)]
    if not holding:
        raise NotFound(msg("Chưa có quy tắc đăng nhập cho ngày này."))
    return max(holding, key=lambda rule: rule.version)


def _role_rule(
    local: list[dict[str, Any]], second_factor: dict[str, str], **entry: Any
) -> RoleRule:
    return RoleRule(
        local=tuple(
            LocalRole(
                Role(one["role"]), Level(one["level"]), tuple(one["follows"]), one["proposes"]
            )
            for one in local
        ),
        second_factor={Role(role): Need(need) for role, need in second_factor.items()},
        **entry,
    )
