"""How branches are called in lists: "Thôn Kiến Xá", "Kiến Xá", "Chi hội thôn 03"."""

import re
from functools import lru_cache

from elearn.people.roster.rules.gazetteer import place_key
from elearn.text import nfc

_BODY = re.compile(r"^(?:chi hoi(?: phu nu)?|ch|to phu nu)\b\s*")
_NOUGHTS = re.compile(r"\b0+(?=\d)")
_TYPE = re.compile(
    r"^(?:thon|xom|ap|ban|buon|lang|soc|phum|khu pho|khu dan cu|khu vuc|khu|khoi|khom|"
    r"to dan pho|to(?= so| \d)|tdp|kp|kdc|so)\b\s*"
)


@lru_cache(maxsize=16_384)
def branch_key(name: str) -> str:
    """Return the name of a branch as it is compared: without its types, which lists leave out.

    "Chi hội thôn 3", "Thôn 03" and "3" are one; a name that is nothing but types stays.
    """
    left = place_key(name)
    for pattern in (_BODY, _TYPE, _TYPE):
        left = pattern.sub("", left, count=1) or left
    return left


def branch_name(written: str) -> str:
    """Return what a branch that is founded is called: "Chi hội thôn Kiến Xá", "Chi hội thôn 3"."""
    name = _NOUGHTS.sub("", nfc(written))
    if place_key(name).startswith(("chi hoi", "to phu nu")):
        return name
    is_type = bool(_TYPE.match(place_key(name)))
    return f"Chi hội {name[:1].lower() + name[1:] if is_type else name}"
