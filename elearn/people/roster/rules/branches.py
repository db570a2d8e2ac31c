"""How branches are called in lists: "Thôn Kiến Xá", "Kiến Xá", "Chi hội thôn 03"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from elearn.people.roster.rules.gazetteer import place_key, spelt_key
from elearn.text import nfc

_BODY = re.compile(r"^(?:chi hoi(?: phu nu)?|ch|to phu nu)\b\s*")
_NOUGHTS = re.compile(r"\b0+(?=\d)")
_TYPE = re.compile(
    r"^(thon|xom|ap|ban|buon|lang|soc|phum|khu pho|khu dan cu|khu vuc|khu|khoi|khom|"
    r"to dan pho|to(?= so| \d)|tdp|kp|kdc|so)\b\s*"
)


_SHORT = {"to": "to dan pho", "tdp": "to dan pho", "kp": "khu pho", "kdc": "khu dan cu"}


@dataclass(frozen=True, slots=True)
class Called:
    """A name of a branch taken apart: "Chi hội thôn 03" is of the type thôn, and called 3."""

    type: str
    key: str
    #: The same with its diacritics, whichever letter of a word the tone stands on.
    spelt: str

    def may_be(self, other: "Called") -> bool:
        """Return whether both may be one: a type that is left out, or diacritics, say nothing."""
        is_bare = self.key in (self.spelt, other.spelt)
        types = sorted((self.type, other.type))
        return (
            self.key == other.key
            and (is_bare or self.spelt == other.spelt)
            and types[1].startswith(types[0])
        )


@lru_cache(maxsize=16_384)
def called(name: str) -> Called:
    """Return how a branch is called; a name that is nothing but types stays."""
    left, kind = place_key(name), ""
    left = _BODY.sub("", left) or left
    for _ in range(2):
        found = _TYPE.match(left)
        if found and found.end() < len(left):
            kind, left = kind or found[1], left[found.end() :]
    kind = "" if kind == "so" else _SHORT.get(kind, kind)
    words = spelt_key(name).split()
    return Called(kind, left, " ".join(words[len(words) - len(left.split()) :]))


def is_same_branch(one: str, other: str) -> bool:
    """Return whether two names may be those of one branch."""
    return called(one).may_be(called(other))


def branch_among(written: str, names: Sequence[str]) -> int | None:
    """Return which of the branches of a commune is meant, by its place in the list.

    "Thôn 3" is no "Chi hội khu phố 3"; "Kiến Xá" is "Chi hội thôn Kiến Xá" if it may be no other.
    """
    own = called(written)
    alike = [place for place, name in enumerate(names) if own.may_be(called(name))]
    same = [place for place in alike if called(names[place]).type == own.type]
    return same[0] if same else alike[0] if len(alike) == 1 else None


def branch_name(written: str) -> str:
    """Return what a branch that is founded is called: "Chi hội thôn Kiến Xá", "Chi hội thôn 3"."""
    name = _NOUGHTS.sub("", nfc(written))
    if place_key(name).startswith(("chi hoi", "to phu nu")):
        return name
    is_type = bool(_TYPE.match(place_key(name)))
    return f"Chi hội {name[:1].lower() + name[1:] if is_type else name}"
