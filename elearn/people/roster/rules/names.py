"""How near two names come to each other; a name itself is never rewritten."""

import re
from enum import IntEnum
from functools import lru_cache

from elearn.areas import spelling
from elearn.text import fold, nfc

_EITHER = re.compile(r"\b(l|m|k|s|t|h|qu|v|d)[iy]\b")


class Likeness(IntEnum):
    """How near a name comes to another, the nearest first."""

    #: The same words; only the letter on which a tone stands may differ: Thuý, Thúy.
    SAME = 0
    #: One is written without diacritics: Nguyen Thi Thuy.
    BARE = 1
    #: The same letters under other tones or marks, or i for y: Thùy, Thúy; Lý, Lí.
    NEAR = 2
    OTHER = 3


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Return a name as it is compared: Thuý and Thúy are one, Thùy is another."""
    return spelling(nfc(name.replace("’", "'").replace("ʼ", "'").replace("‘", "'")))


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Return a name as it is looked for: no diacritics, no case."""
    return fold(nfc(name))


def near_key(name: str) -> str:
    """Return a name as it is looked for where i may stand for y."""
    return _EITHER.sub(r"\1i", folded(name))


@lru_cache(maxsize=65_536)
def sought(name: str) -> tuple[str, ...]:
    """Return the folded names under which somebody of this name may stand."""
    own = folded(name)
    return tuple(dict.fromkeys((own, near_key(name), _EITHER.sub(r"\1y", own))))


def likeness(one: str, other: str) -> Likeness:
    """Return how near two names come."""
    if name_key(one) == name_key(other):
        return Likeness.SAME
    if folded(one) == folded(other):
        return Likeness.BARE if _is_bare(one) or _is_bare(other) else Likeness.NEAR
    return Likeness.NEAR if near_key(one) == near_key(other) else Likeness.OTHER


def _is_bare(name: str) -> bool:
    return folded(name) == nfc(name).lower()
