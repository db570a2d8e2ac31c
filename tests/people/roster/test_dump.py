import json
from datetime import date

import pytest

from elearn.people import UnitKind
from elearn.people.commands import group
from elearn.people.roster.queries.dumping import dumped
from tests.make import headcounts
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def mai(db):
    mai = make.person(db, "Trần Thị Mai", phone="0912000111", birth_year=1980)
    held = make.tenure(db, mai, decision="12/QĐ")
    make.planned(db, mai, at=held.org_unit, term="2026-2031")
    make.qualification(db, mai)
    headcounts.headcount(db, held.org_unit, group_key="branch_head", number=7)
    return mai


def lines(db, **asked):
    return [json.loads(one) for one in dumped(db, **asked)]


def test_people_units_and_numbers_are_told_by_what_names_them(db, mai):
    unit = "union_commune: Hội LHPN xã Hưng Hà, Xã Hưng Hà (12586), Tỉnh Hưng Yên, 2025-07-01"
    post = {"unit": unit, "post_key": "commune_union_chair", "valid_from": "2025-07-01"}
    told = {one["kind"]: one for one in lines(db)}

    assert told["unit"]["unit"] == unit
    assert told["person"] == {
        "kind": "person",
        "full_name": "Trần Thị Mai",
        "given_name": "Mai",
        "birth_year": 1980,
        "phone": "0912000111",
        "posts": [{**post, "decision": "12/QĐ"}],
        "planned": [{**post, "term": "2026-2031"}],
        "levels": [{"level": "university"}],
    }
    assert (told["headcount"]["unit"], told["headcount"]["number"]) == (unit, 7)


def test_no_key_of_ours_and_no_moment_is_told(db, mai):
    said = "".join(dumped(db))

    assert "_id" not in said
    assert "recorded" not in said


def test_what_is_the_same_is_told_in_the_same_order_whoever_came_first(db):
    unit = make.org_unit(db)
    for year in (1990, 1970):
        make.tenure(db, make.person(db, "Lê Thị Na", birth_year=year), at=unit)
    make.person(db, "Bùi Thị Na")

    people = [(one["full_name"], one.get("birth_year")) for one in lines(db)[1:]]

    assert people == [("Bùi Thị Na", None), ("Lê Thị Na", 1970), ("Lê Thị Na", 1990)]


def test_an_entry_that_was_joined_says_whom_it_is(db, mai):
    make.person(db, "Trần Thị May").same_as_id = mai.id

    joined = [one for one in lines(db) if one.get("same_as")]

    assert joined[0]["same_as"]["full_name"] == "Trần Thị Mai"


def test_only_an_area_is_told_if_one_is_named(db, mai, runner):
    far = make.org_unit(db, "Hội LHPN xã khác", at=area(db, "Phường Tây Hồ"))
    make.tenure(db, make.person(db, "Ngô Thị Xa"), at=far)
    make.org_unit(db, "Chi hội", kind=UnitKind.BRANCH, since=date(2025, 8, 1))
    db.commit()

    told = runner.invoke(group, ["dump", "--area", "Tỉnh Hưng Yên"]).output

    assert "Trần Thị Mai" in told
    assert "Ngô Thị Xa" not in told
    assert len(runner.invoke(group, ["dump"]).output.splitlines()) == 1 + len(told.splitlines()) + 1
