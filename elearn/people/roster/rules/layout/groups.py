"""Rows that head others: "I. Xã Minh Khai", "Khối xã", "Chi hội thôn 3: 12 đ/c"."""

import re
from dataclasses import dataclass
from enum import Enum

from elearn.people.roster.rules.headings import words_of
from elearn.people.roster.rules.layout.kinds import Rank
from elearn.people.roster.rules.layout.looks import Look, look_of
from elearn.people.roster.rules.layout.places import Place, cased, places_in
from elearn.people.roster.rules.layouts import Context

_NUMBERED = re.compile(
    r"\s*(?:(?P<roman>[IVXL]{1,6})|(?P<letter>[A-Z])|(?P<number>\d{1,3}(?:\.\d{1,2})*)"
    r"|(?P<small>[a-z])|(?P<dash>[-+*•]))(?:\s*[./)\-:]+\s*|(?<=[-+*•])\s*|\s+(?=[A-ZĐ][^\W\d_])|$)"
)
_COUNT = re.compile(
    r"\s*[:(–-]?\s*\(?\s*\d+\s*(?:đ/c|đ\.c|đc|đồng chí|người|cán bộ|cb|hội viên|học viên|chị|ng)"
    r"\.?\)?\s*$|\s*\(\d+\)\s*$|\s*:\s*\d+\s*$",
    re.IGNORECASE,
)
# Bodies and blocks, which stand where the bare name of a commune might.
_NO_PLACE = re.compile(
    r"(?:khoi|co quan|cac|ban|phong|doan|cum|nhom|so|truong|trung tam|hoi|hdnd|ubnd|mttq|ubmttq"
    r"|dang|van phong|mat tran|uy ban|chi bo|to chuc|danh sach|du|cap|lanh dao|nguon|phan|bch|btv"
    r"|thuong truc|thuong vu|don vi|doi ngu|dien)\b|.*\b(?:xa|huyen|tinh)$"
)
_SENTENCE = 14  # Words: what is longer heads nothing.


class Style(Enum):
    """How a group is numbered; groups of one style stand beside each other."""

    ROMAN = "roman"
    LETTER = "letter"
    NUMBER = "number"
    SMALL = "small"
    DASH = "dash"
    NONE = "none"


def style_of(text: str) -> tuple[Style, str]:
    """Return how a text is numbered, and the text without its number."""
    found = _NUMBERED.match(text)
    if found is None or found.lastgroup is None:
        return Style.NONE, text.strip()
    return Style(found.lastgroup), text[found.end() :].strip()


def without_count(text: str) -> str:
    """Return the text of a group without how many stand in it: "Xã Đoan Hùng"."""
    return _COUNT.sub("", text).rstrip(" :;.-–")


@dataclass(frozen=True, slots=True)
class Group:
    """What a row heads others with: places, a post, or something else."""

    text: str
    style: Style
    places: tuple[Place, ...] = ()
    commune: str | None = None
    post: str | None = None

    @property
    def rank(self) -> Rank | None:
        if self.commune:
            return Rank.COMMUNE
        return min((one.rank for one in self.places), default=None)

    @property
    def is_other(self) -> bool:
        return self.rank is None and self.post is None

    def over(self, context: Context) -> Context:
        """Return the context with what the group says; what it says of ends what lay in it."""
        if self.rank is not None:
            context = _above(context, self.highest)
        told = {_NAMES[one.rank]: one.text for one in self.places}
        return Context(
            province=told.get("province", context.province),
            district=told.get("district", context.district),
            commune=self.commune or told.get("commune", context.commune),
            branch=told.get("branch", context.branch),
            post=self.post or context.post,
            day=context.day,
        )

    @property
    def highest(self) -> Rank:
        return max((one.rank for one in self.places), default=Rank.COMMUNE)


def _above(context: Context, rank: Rank) -> Context:
    """Return the context without the places that lie in one of this rank."""
    return Context(
        province=context.province,
        district=context.district if rank < Rank.PROVINCE else None,
        commune=context.commune if rank < Rank.DISTRICT else None,
        branch=context.branch if rank < Rank.COMMUNE else None,
        post=context.post,
        day=context.day,
    )


_NAMES = {
    Rank.PROVINCE: "province",
    Rank.DISTRICT: "district",
    Rank.COMMUNE: "commune",
    Rank.BRANCH: "branch",
}


def group_of(text: str, style: Style, *, is_wide: bool) -> Group | None:
    """Return the group that a row with this text heads, if it may head one.

    A wide row, merged over the table or numbered with I or A, heads others whatever it says.
    """
    shown = without_count(text)
    if not shown or len(shown.split()) > _SENTENCE:
        return None
    if places := places_in(shown):
        return Group(shown, style, places)
    if not is_wide and style not in (Style.ROMAN, Style.LETTER):
        return None
    look = look_of(shown, shown)
    if look is Look.POST:
        return Group(shown, style, post=shown)
    is_bare = look in (Look.NAME, Look.WORD) and not _NO_PLACE.match(words_of(shown))
    return Group(shown, style, commune=cased(shown) if is_bare else None)


def nested(groups: list[Group], new: Group) -> list[Group]:
    """Return the groups in force once a new one begins, the outermost first."""
    if new.is_other and new.style is Style.NONE:
        return [new]
    for at, one in enumerate(groups):
        is_beside = new.style is not Style.NONE and one.style is new.style
        if is_beside or _is_within(one, new):
            return [*groups[:at], new]
    return [*groups, new]


def _is_within(one: Group, new: Group) -> bool:
    """Return whether an earlier group says what the new one says, or less."""
    if one.rank is not None and new.rank is not None:
        return one.rank <= new.rank
    return one.style is Style.NONE and new.post is not None and one.post is not None
