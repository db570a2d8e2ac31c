"""Posts of a row: begun, held together, corrected, planned, and the units founded for them."""

from dataclasses import replace
from datetime import date

from elearn.areas import Level
from elearn.people import UnitKind
from elearn.people.roster.rules.entries import Place
from elearn.people.roster.rules.verdicts import RowStatus
from tests.make import people as make
from tests.make.areas import area
from tests.people.roster.compared import BORN, HERE, SINCE, chair, codes, differences, entry

NEW, CHANGED, UNCHANGED, DOUBTFUL, ERROR, _ = RowStatus


def test_somebody_unknown_is_new_and_takes_her_post_in_the_union_that_stands(db, decide):
    union = make.org_unit(db)

    found = decide(entry(born_on=BORN, phone="0912345678", since=date(2026, 1, 5)))

    assert found.status is NEW
    assert found.steps.person["born_on"] == "1984-03-05"
    (begun,) = found.steps.begins
    assert (begun.unit.id, begun.valid_from) == (union.id, date(2026, 1, 5))


def test_a_post_without_a_day_begins_on_the_day_of_the_batch(db, decide):
    make.org_unit(db)

    assert decide(entry()).steps.begins[0].valid_from == SINCE


def test_a_union_and_a_branch_that_are_not_there_are_founded(decide):
    chaired, led = decide(
        entry(),
        entry("Bùi Thị Thuý", 4, posts=("branch_head",), place=replace(HERE, branch="Thôn 3")),
    )

    assert codes(chaired) == codes(led) == ["founds"]
    assert chaired.steps.begins[0].unit.name == "Hội LHPN xã Hưng Hà"
    assert led.steps.begins[0].unit.kind is UnitKind.BRANCH
    assert led.steps.begins[0].unit.name == "Chi hội thôn 3"


def test_rows_that_name_a_branch_otherwise_found_one(decide):
    names = ("Thôn Kiến Xá", "Kiến Xá", "Chi hội thôn Kiến Xá")

    found = decide(
        *(
            entry(f"Lê Thị {at}", at, posts=("branch_head",), place=replace(HERE, branch=name))
            for at, name in enumerate(names, 3)
        )
    )

    assert {one.steps.begins[0].unit.name for one in found} == {"Chi hội thôn Kiến Xá"}


def test_another_post_of_somebody_known_is_asked_and_two_in_one_cell_are_not(db, decide):
    chair(db, phone="0912345678", post="commune_union_vice_chair")

    other, both = decide(
        entry(phone="0912345678"),
        entry(
            number=4,
            phone="0912345678",
            posts=("commune_union_chair", "commune_union_vice_chair"),
        ),
    )

    assert (other.status, codes(other)) == (DOUBTFUL, ["other_post"])
    assert both.status is CHANGED
    assert [one.post_key for one in both.steps.begins] == ["commune_union_chair"]


def test_a_post_in_another_commune_is_asked(db, decide):
    chair(db, phone="0912345678", at=make.org_unit(db, "H", at=area(db, "Xã Vũ Thư")))

    assert codes(decide(entry(phone="0912345678")))[0] == "other_commune"


def test_somebody_unknown_without_a_post_is_an_error(decide):
    assert codes(decide(entry(posts=()))) == ["no_post"]


def test_a_post_of_another_level_is_an_error(decide):
    found = decide(entry(posts=("union_province_chair",)))

    assert (found.status, codes(found)) == (ERROR, ["wrong_level"])


def test_a_post_of_the_province_is_held_in_its_union(db, decide):
    union = make.org_unit(
        db, "Hội LHPN tỉnh", at=area(db, "Tỉnh Hưng Yên"), kind=UnitKind.UNION_PROVINCE
    )
    told = {"level": Level.PROVINCE, "posts": ("union_province_chair",)}

    found = decide(entry(place=Place(None, None, "Thái Bình"), **told))

    assert found.steps.begins[0].unit.id == union.id
    assert found.status is NEW


def test_a_last_day_and_a_paper_are_corrections_of_the_post_she_holds(db, decide):
    chair(db, phone="0912345678")

    found = decide(
        entry(
            phone="0912345678",
            until=date(2026, 10, 31),
            end_reason="retired",
            decision="12/QĐ-HPN",
        )
    )

    (instead,) = found.steps.tenures
    assert instead.told == {
        "decision": "12/QĐ-HPN",
        "valid_to": "2026-10-31",
        "end_reason": "retired",
    }


def test_a_planned_post_is_added_and_known_again(db, decide):
    make.planned(db, make.person(db, "Lê Thị Mai"), term="2025-2030")
    plan = {"posts": (), "planned_posts": ("commune_union_chair",)}

    same, term, new = decide(
        entry("Lê Thị Mai", term="2025-2030", **plan),
        entry("Lê Thị Mai", 4, term="2030-2035", **plan),
        entry("Trần Thị Lan", 5, **plan),
    )

    assert same.status is UNCHANGED
    assert differences(term) == [("term", "2025-2030", "2030-2035")]
    assert new.steps.plans[0].post_key == "commune_union_chair"
