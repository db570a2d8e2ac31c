"""Places as texts name them: by a word for the kind, and a name after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from elearn.people.roster.rules.layout.kinds import KIND, Rank, is_meant, meant, rank_of
from elearn.people.roster.rules.layout.names import end_of_name, is_no_branch
from elearn.text import fold, nfc


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


_COUNCIL = re.compile(r"(?:uỷ|ủy)\s+", re.IGNORECASE)  # "Huyện ủy Hưng Hà".
_CITIES = frozenset(("ha noi", "hai phong", "da nang", "can tho", "ho chi minh", "dong nai", "hue"))
# Names that have a dash of their own, which else parts one place from the next.
_PARTED = re.compile(
    r"(Bà Rịa|Thừa Thiên|Phan Rang|Cam Ly|Lâm Viên|Xuân Hương|Xuân Trường|Lang Biang"
    r"|Văn Miếu|Chân Mây)"
    r"\s*[-–]\s*(?=Vũng Tàu|Huế|Tháp Chàm|Đà Lạt|Quốc Tử|Lăng Cô)",
    re.IGNORECASE,
)
_DASH = "\u2011"  # One that does not part.


def places_in(text: str) -> tuple[Place, ...]:
    """Return the places that a text names, in its order; text is composed and decoded."""
    return tuple(_places(_PARTED.sub(rf"\1{_DASH}", text)))


def _places(text: str) -> Iterator[Place]:
    at = 0
    while kind := KIND.search(text, at):
        at = kind.end()
        if not is_meant(text, kind):
            continue
        start = at + len(council[0]) if (council := _COUNCIL.match(text, at)) else at
        end = end_of_name(text, start)
        if end > start and not (rank_of(kind) is Rank.BRANCH and is_no_branch(text, start)):
            yield _place(kind, text[start:end], end)
            at = end


def _place(kind: re.Match[str], name: str, end: int) -> Place:
    rank, full = meant(kind)
    if full == "Thành phố" and fold(name) in _CITIES:
        rank = Rank.PROVINCE
    return Place(rank, full, cased(name).replace(_DASH, " - "), kind.start(), end)


def cased(name: str) -> str:
    """Return a name of capitals only, or of small letters only, with capitals where words begin."""
    if not name.isupper() and not name.islower():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def place_at_start(text: str) -> Place | None:
    """Return the place with which a text begins, if it begins with one."""
    found = places_in(nfc(text))
    return found[0] if found and found[0].start == 0 else None
