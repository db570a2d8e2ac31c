"""The lists that say what offices write: headings.yaml."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from elearn.people.roster.rules.headings import Vocabulary, words_of
from elearn.people.roster.rules.layouts import RosterField

HEADINGS = Path(__file__).parent / "data" / "headings.yaml"


@cache
def headings(path: Path = HEADINGS) -> Vocabulary:
    """Return the headings that offices write; the file is read once.

    :raise ValueError: if a synonym is given twice, is not folded, or means no field.
    """
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = content["fields"]
    return Vocabulary(
        whole=_inverted({name: one.get("whole", []) for name, one in fields.items()}),
        within=_inverted({name: one.get("within", []) for name, one in fields.items()}),
        children={RosterField(parent): _fields(one) for parent, one in content["children"].items()},
        groups=_inverted(content["groups"], are_fields=False),
    )


def _fields(children: Mapping[str, str]) -> dict[str, str]:
    return {child: RosterField(name).value for child, name in children.items()}


def _inverted(synonyms: Mapping[str, Any], *, are_fields: bool = True) -> dict[str, str]:
    """Return synonym → what it means."""
    found: dict[str, str] = {}
    for name, synonym in _pairs(synonyms):
        if synonym in found or synonym != words_of(synonym):
            raise ValueError(synonym)
        found[synonym] = RosterField(name).value if are_fields else name
    return found


def _pairs(synonyms: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, synonym) for name, listed in synonyms.items() for synonym in listed)
