"""Posts: as they are said in full, in short, two in a cell, and such as we do not know."""

from tests.make.rosters.values import Pen, Written

MESSES = ("concurrent_titles", "unknown post")
WAYS = {
    "commune_union_chair": (
        "Chủ tịch Hội LHPN|CT Hội LHPN|Chủ tịch|CT|Chủ tịch Hội LHPN xã|Chủ tịch Hội|CT HPN|"
        "CT. Hội LHPN|Chủ tịch Hội Liên hiệp Phụ nữ|chủ tịch hội lhpn|CHỦ TỊCH HỘI LHPN|CT Hội PN"
    ),
    "commune_union_vice_chair": (
        "PCT Hội LHPN|Phó Chủ tịch Hội LHPN|PCT|Phó CT Hội LHPN|Phó chủ tịch|PCT HPN|"
        "Phó chủ tịch Hội LHPN xã|P. Chủ tịch Hội LHPN|PCT Hội Phụ nữ"
    ),
    "branch_head": (
        "Chi hội trưởng|CHT|chi hội trưởng PN|Chi hội trưởng phụ nữ|CHT PN|CHT phụ nữ|"
        "Chi hội trưởng chi hội phụ nữ"
    ),
    "deputy_branch_head": "Chi hội phó|CHP|Chi hội phó phụ nữ|chi hội phó PN|Phó chi hội trưởng",
    "women_group_head": "Tổ trưởng tổ phụ nữ|Tổ trưởng PN|Tổ trưởng phụ nữ",
    "commune_union_chair_successor": (
        "QH CT Hội|Quy hoạch Chủ tịch Hội LHPN|QH Chủ tịch Hội LHPN xã|Quy hoạch CT Hội LHPN|QH CT"
    ),
    "commune_party_secretary": "Bí thư Đảng ủy|Bí thư Đảng uỷ xã|BT Đảng ủy",
    "commune_committee_vice_chair": "PCT UBND|Phó Chủ tịch UBND xã|Phó CT UBND xã",
    "commune_council_vice_chair": "PCT HĐND|Phó Chủ tịch HĐND xã|PCT HĐND xã",
    "commune_front_chair": "Chủ tịch UBMTTQ|CT MTTQ|Chủ tịch Ủy ban MTTQ xã|CT UBMTTQ xã",
    "commune_civil_servant": "Công chức|Công chức xã|công chức cấp xã",
}
#: Posts of others, which look like ours.
_UNKNOWN = (
    *("Cán bộ VH", "Kế toán", "Thủ quỹ", "Bí thư Đoàn", "Chủ tịch Hội Nông dân", "CT Hội CCB"),
    *("Chi hội trưởng CCB", "Chi hội trưởng Nông dân", "Nhân viên y tế", "Trưởng thôn"),
)
_BETWEEN = (" + ", " kiêm ", ", ", "; ", "/", " và ", " - ", " kiêm nhiệm ")
_SHORT = {"commune_union_vice_chair": "PCT", "commune_union_chair": "CT", "branch_head": "CHT"}


def written_post(posts: tuple[str, ...], pen: Pen) -> Written:
    """Return the posts in one cell."""
    if pen.makes("unknown post"):
        unknown = pen.chance.choice(_UNKNOWN)
        return Written(unknown, errors=(f"unknown_title:{unknown}",))
    if len(posts) == 1:
        return Written(pen.chance.choice(WAYS[posts[0]].split("|")), told={"title": posts[0]})
    told = {"titles": list(posts)}
    if all(post in _SHORT for post in posts) and pen.chance.random() < 0.3:
        return Written(
            " + ".join(_SHORT[post] for post in posts), ("concurrent_titles",), told=told
        )
    ways = [pen.chance.choice(WAYS[post].split("|")) for post in posts]
    return Written(pen.chance.choice(_BETWEEN).join(ways), ("concurrent_titles",), told=told)
