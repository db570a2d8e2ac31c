"""Rows that are neither persons nor groups: totals, signatures, footnotes."""

import re
from collections.abc import Iterable

from elearn.people.roster.rules.headings import words_of

# "Tống" and "Công" are family names: a total says of what, how many, or nothing.
_TOTAL = re.compile(
    r"(?:tong(?: cong| so)?|cong(?: don| lai)?)"
    r"(?:$| (?:\d|co\b|la\b|so\b|cong\b|chung|toan|xa\b|phuong|huyen|tinh\b|nhom|muc|[ivx]+\b"
    r"|danh sach|nguoi|dong chi|d c\b|trang|can bo|hoc vien|a\b|b\b|trong))"
    r"|(?:an dinh )?danh sach (?:nay |tren )?(?:co|gom|an dinh)\b|an dinh"
)
_SIGNATURE = re.compile(
    r"(?:t ?m|t ?l|k ?t|t ?u ?q)(?: [a-z]|$)|nguoi (?:lap|tong hop|ghi|viet|khai)|can bo lap"
    r"|(?:lap bieu|lap bang)\b|xac nhan (?:cua|don vi|cap)|thu truong|noi nhan|ky ten|(?:da )?ky$"
    r"|ky (?:ghi ro|va ghi|dong dau|va dong)|ghi ro ho ten|nhu tren$|luu v[pt]\b|duyet\b"
    r"|dai dien (?:don vi|hoi|ban)|l[uư]u vt"
)
_DATED = re.compile(r"\bngay\b[ \d]*\bthang\b[ \d]*\bnam\b")
_OFFICE = re.compile(
    r"(?:pho |quyen )?(?:chu tich|bi thu|truong ban|giam doc|hieu truong|chanh van phong"
    r"|truong phong|chu nhiem)\b[a-z ]{0,40}"
)
_NOTE = re.compile(
    r"(?:ghi chu|luu y|chu y|chu thich|giai thich|yeu cau|huong dan)\b"
    r"|trang (?:so )?\d{1,4}(?: (?:tren )?\d{1,4})?$"  # At the foot of a page: "Trang 1/3".
)
_EXAMPLE = "vi du"
_SIGNERS = 3  # Cells at most in a row of a signature.


def is_total(text: str) -> bool:
    """Return whether a text begins a row that sums up."""
    return _TOTAL.match(words_of(text)) is not None


def is_example(number: str) -> bool:
    """Return whether a row shows how our template is filled in: its number says so."""
    return words_of(number) == _EXAMPLE


def is_note(text: str) -> bool:
    """Return whether a text is a footnote, or the number of a page."""
    return text.startswith(("*", "(*", "(1)", "(**")) or _NOTE.match(words_of(text)) is not None


def is_signature(texts: Iterable[str]) -> bool:
    """Return whether a row begins a signature: place and day, for whom, who made the list."""
    found = [(text, words_of(text)) for text in texts]
    if any(_SIGNATURE.match(words) or _DATED.search(words) for _, words in found):
        return True
    return len(found) <= _SIGNERS and any(
        text.isupper() and _OFFICE.fullmatch(words) for text, words in found
    )
