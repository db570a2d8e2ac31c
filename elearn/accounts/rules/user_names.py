"""User names made for people: their given name, the first letters of the others, and digits."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from elearn.text import fold

_NOBODY = "canbo"
_LONGEST = 30


def name_stem(full_name: str) -> str:
    """Return the letters of a user name: “Bùi Thị Thoa” is thoabt."""
    words = [letters for word in fold(full_name).split() if (letters := _letters(word))]
    if not words:
        return _NOBODY
    return f"{words[-1]}{''.join(word[0] for word in words[:-1])}"[:_LONGEST]


def numbered(stems: Sequence[str], taken: Iterable[str]) -> list[str]:
    """Return a user name for each stem, numbered on from the highest number taken."""
    last: defaultdict[str, int] = defaultdict(int)
    for name in taken:
        stem = name.rstrip("0123456789")
        last[stem] = max(last[stem], int(name[len(stem) :] or 0))
    names = []
    for stem in stems:
        last[stem] += 1
        names.append(f"{stem}{last[stem]}")
    return names


def _letters(word: str) -> str:
    return re.sub(r"[^a-z]", "", word)
