"""Invented cadres: who they really are."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.make.rosters.places import Commune

_FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Bùi Đỗ Vũ Đặng Ngô Dương Đinh Tạ Phùng Lương Đoàn Hồ"
_MIDDLES = "Thanh Thu Hồng Ngọc Kim Minh Phương Bích Diệu Mỹ Xuân Như Khánh Lệ Việt Quỳnh"
_GIVEN = (
    "Hường Hương Thuý Thùy Ngọc Lan Huệ Mai Đào Ánh Ấm Yến Oanh Uyên Hoà Thoa Nguyệt Liễu "
    "Nhàn Lý Quý Tuyết Phượng Thủy Hạnh Dung Dự Thơm Duyên Tươi Nhung Xuyến Chuyên Sáu Bảy "
    "Ước Ngoãn Khuê Trang Thảo Vân Gấm Lụa Hằng Nga Loan Hiền Ngà Bưởi Tâm Én Ưng Đoan"
)
_MEN = "Nam Hùng Dũng Cường Thắng Sơn Tuấn Bảo Phúc Quân Giáp Toản"
_MINORITIES = (
    "H'Hen Niê|Y Blô Niê|H'Bia Êban|Lò Thị Pó|Sùng Thị Mỷ|Giàng Thị Dở|Rơ Ô H'Blơi|K'Brơi|Hồ "
    "Thị Kăn|Triệu Mùi Pham|Tẩn Sử Mẩy|Ka Să Ha Thương|Đinh Thị Y Blưk|Thạch Thị Sa Rây"
)
_STARTS = "090 091 093 094 096 097 098 086 088 089 032 033 035 038 070 076 079 081 085 056 058 059"


@dataclass(frozen=True, slots=True)
class Cadre:
    """Whom a row is about."""

    name: str
    is_woman: bool
    born: date
    phone: str
    posts: tuple[str, ...]
    commune: Commune
    branch: str | None


class Cast:
    """Makes cadres of whom no two could be taken for one."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._names: set[tuple[str, int, str]] = set()
        self._phones: set[str] = set()

    def cadre(self, commune: Commune) -> Cadre:
        chance = self._chance
        is_woman = chance.random() < 0.85
        born = date(1958, 1, 1) + timedelta(chance.randrange(15_000))
        posts = (chance.choice(POSTS),)
        name = self._name(is_woman, born, commune)
        branch = _branch(chance) if posts[0] in OF_BRANCHES else None
        return Cadre(name, is_woman, born, self.phone(), posts, commune, branch)

    def _name(self, is_woman: bool, born: date, commune: Commune) -> str:
        while True:
            name = self._any_name(is_woman)
            key = name, born.year, commune.name
            if key not in self._names:
                self._names.add(key)
                return name

    def _any_name(self, is_woman: bool) -> str:
        chance = self._chance
        if chance.random() < 0.06:
            return chance.choice(_MINORITIES.split("|"))
        if not is_woman:
            return f"{chance.choice(_FAMILIES.split())} Văn {chance.choice(_MEN.split())}"
        middle = f" {chance.choice(_MIDDLES.split())}" if chance.random() < 0.6 else ""
        return f"{chance.choice(_FAMILIES.split())} Thị{middle} {chance.choice(_GIVEN.split())}"

    def phone(self) -> str:
        """Return a mobile of today that nobody else has."""
        while True:
            phone = f"{self._chance.choice(_STARTS.split())}{self._chance.randrange(10**7):07}"
            if phone not in self._phones:
                self._phones.add(phone)
                return phone


OF_BRANCHES = ("branch_head", "deputy_branch_head", "women_group_head", "deputy_women_group_head")
POSTS = (
    *("commune_union_chair", "commune_union_vice_chair", "branch_head", "branch_head"),
    *("branch_head", "deputy_branch_head", "women_group_head", "commune_union_chair_successor"),
    *("commune_party_secretary", "commune_committee_vice_chair", "commune_council_vice_chair"),
    *("commune_front_chair", "branch_head", "commune_civil_servant"),
)


def _branch(chance: Random) -> str:
    return chance.choice(
        [
            f"Thôn {chance.randrange(1, 12)}",
            f"Thôn {chance.choice(['Kiến Xá', 'Đông Thượng', 'Phú Ốc', 'An Cầu'])}",
            f"Tổ dân phố số {chance.randrange(1, 9)}",
            f"Khu {chance.randrange(1, 9)}",
            f"Ấp {chance.choice(['Bình Hòa', 'Tân Lập'])}",
            f"Bản {chance.choice(['Nà Lốc', 'Huổi Một'])}",
        ]
    )


def with_second_post(cadre: Cadre, chance: Random) -> Cadre:
    """Return her with a post in a branch beside the one in the commune."""
    posts = chance.choice(["commune_union_chair", "commune_union_vice_chair"]), "branch_head"
    return replace(cadre, posts=posts, branch=cadre.branch or _branch(chance))
