"""Finding people in the list: by words, telephones, places, posts; page after page; made anew."""

from datetime import date

import pytest

from elearn import people
from elearn.access import OPERATOR, Actor
from elearn.people import Filters, Held, NewPerson, Turn
from elearn.people.queries import narrowing_to
from elearn.people.queries.listing import ways
from tests.make import people as make
from tests.make.areas import BEFORE, NOW, area
from tests.make.people import KNOWN


def names(db, filters, turn=None, actor=OPERATOR):
    page = people.people_page(db, actor, filters, turn or Turn(), day=NOW)
    return [row.person.full_name for row in page.rows]


@pytest.fixture
def five(db):
    for name, phone in (
        ("Nguyễn Thị Hường", "0912345678"),
        ("Trần Thị Hương Lan", "0987654321"),
        ("Hoàng Văn An", ""),
        ("H'Hen Niê", "0912000111"),
        ("Lê Thị Ánh", ""),
    ):
        make.person(db, name, phone=phone)
    make.listed(db)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("huong", ["Nguyễn Thị Hường", "Trần Thị Hương Lan"]),
        ("Hương", ["Nguyễn Thị Hường", "Trần Thị Hương Lan"]),
        ("thi h", ["Nguyễn Thị Hường", "Trần Thị Hương Lan"]),
        ("lan tran", ["Trần Thị Hương Lan"]),
        ("HOÀNG an", ["Hoàng Văn An"]),
        ("a", ["Hoàng Văn An", "Lê Thị Ánh"]),
        ("uong", []),
        ("nguy huong", []),
        ("h'hen", ["H'Hen Niê"]),
        ("hen nie", ["H'Hen Niê"]),
        ("0912 345 678", ["Nguyễn Thị Hường"]),
        ("0912", ["H'Hen Niê", "Nguyễn Thị Hường"]),
        ("+84 912 345 678", ["Nguyễn Thị Hường"]),
        ("54321", ["Trần Thị Hương Lan"]),
        ("3456", []),
        ("H\u2019Hen", ["H'Hen Niê"]),
        ("hu\u031bo\u031bng lan", ["Trần Thị Hương Lan"]),
        ("\U0001f600", []),
        (" ".join(f"an{number}" for number in range(600)), []),
    ],
)
def test_people_are_found_by_whole_words_and_a_beginning(db, five, monkeypatch, typed, found):
    """Whatever way is walked: where nothing is short enough, it is one after another."""
    assert sorted(names(db, Filters(typed))) == sorted(found)

    monkeypatch.setattr(ways, "LONG", 0)

    assert sorted(names(db, Filters(typed))) == sorted(found)


def test_the_list_is_in_the_order_of_given_names(db, five):
    listed = names(db, Filters())

    assert listed == sorted(listed, key=lambda name: NewPerson(name).columns["sort_key"])


def test_two_entries_of_one_human_being_are_found_by_either_name_and_listed_once(db):
    one = make.person(db, "Lò Thị Pết", phone="0912345678")
    other = make.person(db, "Lò Thị Mai")
    make.tenure(db, one)
    make.listed(db)

    people.merge(db, OPERATOR, one, other, now=KNOWN)

    for typed in ("pet", "mai", "5678"):
        assert names(db, Filters(typed)) == ["Lò Thị Mai"]
    [row] = people.people_page(db, OPERATOR, day=NOW).rows
    assert [term.post for term in row.terms] == ["Chủ tịch Hội LHPN cấp xã"]


@pytest.fixture
def three(db):
    """One who holds a post, one who held it, one who never held any."""
    make.tenure(db, make.person(db, "Lê Thị An"))
    make.tenure(db, make.person(db, "Lê Thị Bình"), valid_to=date(2026, 1, 31))
    make.person(db, "Lê Thị Cúc")
    make.listed(db)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(held=Held.NOW), ["Lê Thị An"]),
        (Filters(held=Held.FORMERLY), ["Lê Thị Bình"]),
        (Filters(held=Held.NEVER), ["Lê Thị Cúc"]),
        (Filters("le", held=Held.FORMERLY), ["Lê Thị Bình"]),
        (Filters(posts=("commune_union_chair", "branch_head")), ["Lê Thị An", "Lê Thị Bình"]),
        (Filters(posts=("branch_head",)), []),
        (Filters("binh", posts=("commune_union_chair",)), ["Lê Thị Bình"]),
    ],
)
def test_the_list_is_narrowed_by_posts_and_whether_they_are_held(db, three, filters, found):
    assert names(db, filters) == found


def test_who_holds_nothing_is_told_with_her_last_post(db, three):
    page = people.people_page(db, OPERATOR, Filters(held=Held.FORMERLY), day=NOW)

    [row] = page.rows
    assert row.terms == ()
    assert row.former
    assert row.former.valid_to == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("Xã Hưng Hà", NOW, ["Lê Thị An", "Lê Thị Bình"]),
        ("Xã Minh Khai", BEFORE, ["Lê Thị An", "Lê Thị Bình"]),
        ("Huyện Hưng Hà", BEFORE, ["Lê Thị An", "Lê Thị Bình", "Lê Thị Đào"]),
        ("Tỉnh Thái Bình", BEFORE, ["Lê Thị An", "Lê Thị Bình", "Lê Thị Đào"]),
        ("Tỉnh Hưng Yên", NOW, ["Lê Thị An", "Lê Thị Bình", "Lê Thị Đào"]),
        ("Tỉnh Quảng Ninh", NOW, []),
        ("Việt Nam", NOW, ["Lê Thị An", "Lê Thị Bình", "Lê Thị Cúc", "Lê Thị Đào"]),
    ],
)
def test_the_list_is_narrowed_by_places_as_they_are_and_as_they_were(db, three, name, day, found):
    district = area(db, "Huyện Hưng Hà", day=BEFORE)
    unit = make.org_unit(db, at=district, since=date(2010, 1, 1))
    make.tenure(db, make.person(db, "Lê Thị Đào"), at=unit, valid_from=date(2019, 1, 1))
    make.listed(db)
    within = "Huyện Hưng Hà" if name == "Xã Minh Khai" else ""

    ground = narrowing_to(db, area(db, name, within=within, day=day).id, NOW).ground

    assert names(db, Filters(ground=ground)) == found


def test_pages_lead_forward_and_back(db):
    for number in range(120):
        make.person(db, f"Lê Thị {'ABCĐE'[number % 5]}n")
    make.listed(db)
    first = people.people_page(db, OPERATOR, day=NOW)
    second = people.people_page(db, OPERATOR, turn=Turn(first.next_after), day=NOW)
    third = people.people_page(db, OPERATOR, turn=Turn(second.next_after), day=NOW)

    back = people.people_page(db, OPERATOR, turn=Turn(third.previous_before, is_back=True), day=NOW)
    start = people.people_page(db, OPERATOR, turn=Turn(back.previous_before, is_back=True), day=NOW)

    assert (first.previous_before, third.next_after) == (None, None)
    assert back.rows == second.rows
    assert (start.rows, start.previous_before) == (first.rows, None)
    assert back.next_after == second.next_after


def test_those_found_along_a_short_way_are_counted(db, five):
    assert people.people_page(db, OPERATOR, Filters("huong"), day=NOW).count == 2


def test_nobody_who_asks_sees_nobody(db, five):
    assert names(db, Filters(), actor=Actor(None)) == []
