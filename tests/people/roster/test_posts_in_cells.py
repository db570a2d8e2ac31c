"""Cells of posts: abbreviations, levels, several in one, plans, and what is none of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.areas import Level
from elearn.people.roster.rules.cells.posts import posts_of
from elearn.people.roster.titles import titles

WORDS = titles()
CHAIR, VICE, HEAD = "commune_union_chair", "commune_union_vice_chair", "branch_head"


def shown(text, level=Level.COMMUNE, **how):
    return [title.shown for title in posts_of(text, level, WORDS, **how).titles]


@pytest.mark.parametrize("key", WORDS.names)
@pytest.mark.parametrize("level", [Level.COMMUNE, Level.PROVINCE])
def test_every_post_is_known_by_its_own_name(key, level):
    assert shown(WORDS.names[key], level) == [key]


@pytest.mark.parametrize(
    ("post", "ways"),
    [
        (CHAIR, "CT Hội LHPN|Chủ tịch|CT|chủ tịch hội phụ nữ|CT HPN|CT. Hội LHPN VN xã|CHU TICH"),
        (VICE, "PCT Hội LHPN|Phó CT|P. Chủ tịch|Phó Chủ tịch Thường trực Hội LHPN|PCT TT|P.CT Hội"),
        (HEAD, "CHT|chi hội trưởng PN|Chi hội trưởng phụ nữ|Trưởng chi hội phụ nữ|Trưởng CH PN"),
        ("deputy_branch_head", "CHP|Chi hội phó|Phó chi hội trưởng|phó chi hội phụ nữ"),
        ("women_group_head", "Tổ trưởng|TTr|Tổ trưởng tổ phụ nữ|Tổ trưởng PN số 3"),
        ("deputy_women_group_head", "Tổ phó|Tổ phó tổ phụ nữ"),
        ("commune_party_secretary", "Bí thư Đảng ủy|BT ĐU|Bí thư Đảng bộ xã|BT Đảng uỷ"),
        ("commune_party_deputy_secretary", "PBT Đảng ủy|Phó Bí thư Thường trực Đảng ủy xã"),
        ("commune_council_vice_chair", "PCT HĐND xã|PCT TT HĐND|Phó Chủ tịch Hội đồng nhân dân"),
        ("commune_committee_chair", "Chủ tịch UBND|CT UBND xã|CT UB"),
        ("commune_front_chair", "CT UBMTTQ|Chủ tịch UBMTTQVN xã|CT MTTQ|CT Ủy ban Mặt trận"),
        ("commune_civil_servant", "Công chức|công chức VH-XH|Công chức văn hóa - xã hội|CC xã"),
        ("trainer", "Giảng viên|Báo cáo viên|Giảng viên nguồn|Giảng viên, báo cáo viên"),
    ],
)
def test_a_post_is_known_however_it_is_said(post, ways):
    assert {way: shown(way) for way in ways.split("|")} == {way: [post] for way in ways.split("|")}


@pytest.mark.parametrize(
    ("text", "level", "post"),
    [
        ("Chủ tịch", Level.DISTRICT, "union_district_chair"),
        ("Chủ tịch", Level.PROVINCE, "union_province_chair"),
        ("Chủ tịch Hội LHPN huyện Hưng Hà", Level.COMMUNE, "union_district_chair"),
        ("PCT Hội LHPN tỉnh", Level.COMMUNE, "union_province_vice_chair"),
        ("CT Hội LHPN xã Minh Khai", Level.PROVINCE, CHAIR),
        ("Chuyên viên", Level.PROVINCE, "union_province_officer"),
        ("Trưởng Ban Tổ chức - Kiểm tra", Level.PROVINCE, "union_province_officer"),
        ("CHT", Level.PROVINCE, HEAD),
    ],
)
def test_the_level_is_what_the_text_says_else_the_rows(text, level, post):
    assert shown(text, level) == [post]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("PCT + CHT", [VICE, HEAD]),
        ("PCT kiêm CHT", [VICE, HEAD]),
        ("Chủ tịch Hội LHPN, chi hội trưởng thôn 1", [CHAIR, HEAD]),
        ("PCT Hội LHPN - CHT", [VICE, HEAD]),
        ("PCT;CHT", [VICE, HEAD]),
        ("PCT và CHT", [VICE, HEAD]),
        ("PCT-CHT", [VICE, HEAD]),
        ("CHT, QH CT Hội", [HEAD, "commune_union_chair_successor"]),
    ],
)
def test_several_posts_are_read_in_their_order(text, posts):
    assert shown(text) == posts


@pytest.mark.parametrize(
    "text",
    [
        *(
            "QH CT Hội",
            "Quy hoạch Chủ tịch Hội LHPN xã",
            "Diện quy hoạch chức danh Chủ tịch",
            "QHCT",
        ),
        *("Chủ tịch (QH)", "Nguồn CT Hội", "QH Chủ tịch nhiệm kỳ 2026-2031", "quy hoach chu tich"),
    ],
)
def test_a_plan_is_no_post_held(text):
    assert shown(text) == ["commune_union_chair_successor"]


def test_what_follows_a_plan_is_planned_too_unless_it_is_of_a_branch():
    assert shown("QH CT, PCT") == [f"{CHAIR}_successor", f"{VICE}_successor"]
    assert shown("QH PCT, CHT thôn 3") == [f"{VICE}_successor", HEAD]


def test_what_stands_behind_a_post_is_a_place():
    (head,) = posts_of("CHT thôn Kiến Xá", Level.COMMUNE, WORDS).titles
    (chair,) = posts_of(
        "Chủ tịch Hội LHPN xã Minh Khai, huyện Hưng Hà", Level.DISTRICT, WORDS
    ).titles

    assert head.branch == "thôn Kiến Xá"
    assert (chair.place, chair.level) == ("xã Minh Khai", Level.COMMUNE)


def test_a_name_like_a_kind_of_place_is_none():
    assert posts_of("CT Hội LHPN Tịnh Sơn", Level.COMMUNE, WORDS).titles == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Cán bộ VH",
            "Kế toán",
            "Bí thư Đoàn",
            "Chủ tịch Hội Nông dân",
            "CT Hội CCB",
            "Trưởng thôn",
        ),
        *("Chi hội trưởng CCB", "Nguyên Chủ tịch Hội LHPN", "Tổ trưởng tổ dân phố 3", "Hội viên"),
    ],
)
def test_what_is_none_of_our_posts_is_told_as_it_is_written(text):
    found = posts_of(text, Level.COMMUNE, WORDS)

    assert (found.titles, found.unknown) == ((), (text,))


def test_offices_of_others_beside_a_post_are_left_out_and_told():
    found = posts_of("ĐUV, CT Hội LHPN kiêm Bí thư chi bộ", Level.COMMUNE, WORDS)

    assert [title.post for title in found.titles] == [CHAIR]
    assert (found.left, found.unknown) == (("ĐUV", "Bí thư chi bộ"), ())


def test_an_unknown_part_is_told_beside_what_is_known():
    found = posts_of("CT Hội LHPN + Cán bộ VH", Level.COMMUNE, WORDS)

    assert ([title.post for title in found.titles], found.unknown) == ([CHAIR], ("Cán bộ VH",))


def test_the_nearest_post_is_told_to_people():
    assert posts_of("Chi hội trươngr phụ nữ", Level.COMMUNE, WORDS).nearest == WORDS.names[HEAD]


@given(st.text(max_size=40))
def test_whatever_stands_there_is_posts_or_told(text):
    found = posts_of(" ".join(text.split()), Level.COMMUNE, WORDS)

    assert all(title.post in WORDS.names for title in found.titles)
    assert found.titles or found.unknown or len(text.strip()) < 10
