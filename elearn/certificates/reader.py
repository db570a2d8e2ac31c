"""Reads the issuers and the rules of checking from this domain's data."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from elearn.certificates.rules import CheckRule
from elearn.db import UNKNOWN_START
from elearn.errors import NotFound
from elearn.text import msg

DATA = Path(__file__).parent / "data"
ISSUERS = DATA / "issuers.yaml"
RULES = DATA / "rules.yaml"


@dataclass(frozen=True, slots=True)
class ListedIssuer:
    """An issuer of the list: its sign, and its wordings, the oldest first."""

    sign: str
    versions: tuple[dict[str, Any], ...]


@cache
def issuers(path: Path) -> tuple[ListedIssuer, ...]:
    """Return the issuers of a list."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        ListedIssuer(entry["sign"], tuple(_version(one) for one in entry["versions"]))
        for entry in entries
    )


def _version(entry: dict[str, Any]) -> dict[str, Any]:
    return {"parent": "", "signer_prefix": "", "valid_from": UNKNOWN_START, "valid_to": None} | {
        name: value for name, value in entry.items() if value is not None
    }


@cache
def check_rules() -> tuple[CheckRule, ...]:
    """Return every rule of checking there ever was, oldest first."""
    entries = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return tuple(CheckRule(**entry) for entry in entries)


def check_rule_on(day: date) -> CheckRule:
    """Return the newest rule of checking that holds on a day.

    :raise NotFound: if none holds.
    """
    holding = [rule for rule in check_rules() if rule.is_valid_on(day)]
    if not holding:
        raise NotFound(msg("Chưa có quy tắc tra cứu cho ngày này."))
    return max(holding, key=lambda rule: rule.version)
