"""Cells that tell why a post was left, and for which years one is planned."""

import re
from functools import lru_cache

from elearn.people.rules import END_REASON_NAMES, EndReason
from elearn.text import fold

#: Folded words, the first that is found counts.
_WORDS = (
    ("het nhiem ky", EndReason.TERM_ENDED),
    ("het nhiem ki", EndReason.TERM_ENDED),
    ("tinh gian", EndReason.DOWNSIZED),
    ("nghi huu", EndReason.RETIRED),
    ("huu tri", EndReason.RETIRED),
    ("nghi che do", EndReason.RETIRED),
    ("luan chuyen", EndReason.ROTATED),
    ("biet phai", EndReason.SECONDED),
    ("dieu dong", EndReason.TRANSFERRED),
    ("chuyen cong tac", EndReason.TRANSFERRED),
    ("thuyen chuyen", EndReason.TRANSFERRED),
    ("mien nhiem", EndReason.RELIEVED),
    ("cach chuc", EndReason.DISMISSED),
    ("bai nhiem", EndReason.DISMISSED),
    ("ky luat", EndReason.DISMISSED),
    ("qua doi", EndReason.DIED),
    ("tu tran", EndReason.DIED),
    ("da mat", EndReason.DIED),
    ("chet", EndReason.DIED),
    ("thoi viec", EndReason.RESIGNED),
    ("nghi viec", EndReason.RESIGNED),
    ("xin nghi", EndReason.RESIGNED),
    ("xin thoi", EndReason.RESIGNED),
    ("giai the", EndReason.UNIT_ENDED),
    ("sap nhap", EndReason.UNIT_ENDED),
    ("ket thuc hoat dong", EndReason.UNIT_ENDED),
    ("duoc bau", EndReason.ELECTED),
    ("bo nhiem", EndReason.ELECTED),
    ("trung cu", EndReason.ELECTED),
)
_OURS = {fold(str(name)): reason for reason, name in END_REASON_NAMES.items()}
_TERM = re.compile(r"((?:19|20)\d\d)\s*(?:-|–|—|/|đến|den)\s*((?:19|20)?\d\d)(?!\d)")


@lru_cache(1_000)
def reason_said(text: str) -> EndReason | None:
    """Return the reason that a cleaned text names, if it names one."""
    folded = fold(text)
    if folded in _OURS:
        return _OURS[folded]
    return next((reason for word, reason in _WORDS if word in folded), None)


@lru_cache(1_000)
def term_in(text: str) -> str | None:
    """Return the years of a term, "2025-2030", where a text names them; else what it says."""
    if found := _TERM.search(text):
        last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
        return f"{found[1]}-{last}"
    return text[:40] or None
