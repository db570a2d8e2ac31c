"""Places as texts name them: by a word for the kind, and a name after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from elearn.text import fold, nfc


class Rank(IntEnum):
    """How far up a place stands."""

    BRANCH = 1
    COMMUNE = 2
    DISTRICT = 3
    PROVINCE = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names: "Thị trấn Hưng Hà", however it was shortened there."""

    rank: Rank
    kind: str
    name: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return f"{self.kind} {self.name}"


# The longer ones first: a "thị xã" is no "xã".
_KINDS: dict[str, tuple[Rank, str]] = {
    "thị trấn": (Rank.COMMUNE, "Thị trấn"),
    "thị xã": (Rank.DISTRICT, "Thị xã"),
    "thành phố": (Rank.DISTRICT, "Thành phố"),
    "đặc khu": (Rank.COMMUNE, "Đặc khu"),
    "phường": (Rank.COMMUNE, "Phường"),
    "huyện": (Rank.DISTRICT, "Huyện"),
    "quận": (Rank.DISTRICT, "Quận"),
    "tỉnh": (Rank.PROVINCE, "Tỉnh"),
    "xã": (Rank.COMMUNE, "Xã"),
    "tổ dân phố": (Rank.BRANCH, "Tổ dân phố"),
    "khu dân cư": (Rank.BRANCH, "Khu dân cư"),
    "chi hội": (Rank.BRANCH, "Chi hội"),
    "tiểu khu": (Rank.BRANCH, "Tiểu khu"),
    "khu phố": (Rank.BRANCH, "Khu phố"),
    "khối phố": (Rank.BRANCH, "Khối phố"),
    "thôn": (Rank.BRANCH, "Thôn"),
    "xóm": (Rank.BRANCH, "Xóm"),
    "khóm": (Rank.BRANCH, "Khóm"),
    "buôn": (Rank.BRANCH, "Buôn"),
    "bản": (Rank.BRANCH, "Bản"),
    "làng": (Rank.BRANCH, "Làng"),
    "ấp": (Rank.BRANCH, "Ấp"),
    "khu": (Rank.BRANCH, "Khu"),
    "tổ": (Rank.BRANCH, "Tổ"),
    "tdp": (Rank.BRANCH, "Tổ dân phố"),
    "kp": (Rank.BRANCH, "Khu phố"),
    "t.t": (Rank.COMMUNE, "Thị trấn"),
    "tt": (Rank.COMMUNE, "Thị trấn"),
    "t.x": (Rank.DISTRICT, "Thị xã"),
    "tx": (Rank.DISTRICT, "Thị xã"),
    "t.p": (Rank.DISTRICT, "Thành phố"),
    "tp": (Rank.DISTRICT, "Thành phố"),
}
# One letter is a kind only with its point: "X. Minh Khai".
_SHORT = {
    "x": (Rank.COMMUNE, "Xã"),
    "p": (Rank.COMMUNE, "Phường"),
    "h": (Rank.DISTRICT, "Huyện"),
    "q": (Rank.DISTRICT, "Quận"),
}
_BARE = {fold(word): meant for word, meant in _KINDS.items()}
_WORD = "|".join(re.escape(word) for word in (*_KINDS, *_BARE))
_KIND = re.compile(rf"(?<![\w.])(?:({_WORD})(?!\w)\.?|([xphq])\.)[ :]*", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W_][\w'’.-]*")
_MOST_WORDS = 5
#: What goes on after a name in a heading of capitals, where nothing else tells its end.
_GOES_ON = re.compile(
    r"(?:tham gia|dự|về|của|tại|thuộc|đến|được|cử|đề nghị|đăng ký|theo|kèm|kho[áa]|nhiệm kỳ|lớp"
    r"|học viên|học tập|học lớp|đợt|giai đoạn|và|đang|đã|hiện|tính đến|số|có|là|nhận|phụ nữ"
    r"|(?:năm|tháng|ngày|quý|từ)\b(?= *(?:[\d.…]|i|ngày|năm|tháng|$)))\b",
    re.IGNORECASE,
)
# "Xã hội chủ nghĩa", "tỉnh ủy viên", "tổ chức", "khu vực", "phường đội" are no places.
_NO_NAME = re.compile(
    r"(?:hội|viên|đội|uỷ|ủy|đoàn|chức|trưởng|phó|vực|này|nào|nhà|trên|ta|mình|phụ nữ|phường|xã"
    r"|huyện|tỉnh|quận|thị|tham gia|quản lý|công tác|sinh|hạnh|khai|thân|số$|dân)\b",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"(?:uỷ|ủy|đoàn)\s+", re.IGNORECASE)
_CITIES = frozenset(("ha noi", "hai phong", "da nang", "can tho", "ho chi minh", "dong nai"))
_PARTED = re.compile(r"(Bà Rịa|Thừa Thiên|Phan Rang)\s*[-–]\s*(?=Vũng|Huế|Tháp)", re.IGNORECASE)


def places_in(text: str) -> tuple[Place, ...]:
    """Return the places that a text names, in its order; text is composed and decoded."""
    return tuple(_places(_PARTED.sub(r"\1-", text)))


def _places(text: str) -> Iterator[Place]:
    at = 0
    while kind := _KIND.search(text, at):
        at = kind.end()
        if not _is_meant(text, kind):
            continue
        start = at + len(council[0]) if (council := _COUNCIL.match(text, at)) else at
        end = _end_of_name(text, start)
        if end > start:
            yield _place(kind, text[start:end], end)
            at = end


def _is_meant(text: str, kind: re.Match[str]) -> bool:
    """Return whether it is the word for a kind: without diacritics only in a text without any."""
    word = kind[1]
    return word is None or word.lower() in _KINDS or text.isascii()


def _place(kind: re.Match[str], name: str, end: int) -> Place:
    word = (kind[1] or "").lower()
    rank, full = _KINDS.get(word) or _BARE.get(word) or _SHORT[kind[2].lower()]
    if full == "Thành phố" and fold(name) in _CITIES:
        rank = Rank.PROVINCE
    shown = cased(name).replace("-", " - ") if rank is Rank.PROVINCE else cased(name)
    return Place(rank, full, shown, kind.start(), end)


def _end_of_name(text: str, start: int) -> int:
    """Return where the name ends that begins here; the same place if none does."""
    is_cased = not text.isupper() and not text.islower()
    end = at = start
    for count in range(_MOST_WORDS):
        word = _NAME_WORD.match(text, at)
        if word is None or _breaks(text, at, is_first=count == 0):
            break
        if is_cased and word[0][0].islower():
            break
        end = at = word.end()
        if text[at : at + 1] != " ":
            break
        at += 1
    return start + len(text[start:end].rstrip(".-"))


def _breaks(text: str, at: int, *, is_first: bool) -> bool:
    """Return whether a name cannot begin, or go on, here."""
    if _GOES_ON.match(text, at):
        return True
    if is_first:
        return _NO_NAME.match(text, at) is not None
    kind = _KIND.match(text, at)
    return kind is not None and kind[1] is not None and _is_meant(text, kind)


def cased(name: str) -> str:
    """Return a name of capitals only, or of small letters only, with capitals where words begin."""
    if not name.isupper() and not name.islower():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def place_at_start(text: str) -> Place | None:
    """Return the place with which a text begins, if it begins with one."""
    found = places_in(nfc(text))
    return found[0] if found and found[0].start == 0 else None
