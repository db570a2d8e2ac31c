"""Posts, units and persons from the shell: how an installation is begun."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from elearn.people import OrgUnit, OrgUnitPlace, Person, Tenure, UnitKind, commands
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def run(runner):
    return lambda *words: runner.invoke(commands.group, [str(word) for word in words])


@pytest.fixture
def unit(db):
    made = make.org_unit(db)
    db.commit()
    return made


def number_in(told):
    """Return the number that a command says it has given."""
    return int(re.findall(r"số (\d+)\.", told.output)[-1])


def test_a_second_load_says_that_nothing_changes(run):
    assert "không có gì thay đổi" in run("load-posts").output


def test_a_person_is_added_and_the_next_step_is_told(run, db):
    facts = ("--gender", "female", "--born", "05/03/1980", "--phone", "0912 345 678")

    told = run("add", "Phạm Thị Lý", *facts)

    person = db.get_one(Person, number_in(told))
    assert (person.full_name, person.born_on) == ("Phạm Thị Lý", date(1980, 3, 5))
    assert (person.gender, person.phone) == ("female", "0912345678")
    assert f"elearn accounts add TÊN-ĐĂNG-NHẬP --person {person.id}" in told.output


def test_the_year_of_birth_may_be_all_that_is_known(run, db):
    person = db.get_one(Person, number_in(run("add", "Phạm Thị Lý", "--born", "1980")))

    assert (person.birth_year, person.born_on) == (1980, None)


def test_a_person_is_added_with_her_post(run, db, unit):
    post = ("--post", "commune_union_chair", "--unit", unit.id, "--from", "1/8/2025")

    told = run("add", "Phạm Thị Lý", *post)

    [tenure] = db.scalars(select(Tenure).where(Tenure.person_id == number_in(told)))
    assert (tenure.post_key, tenure.org_unit_id) == ("commune_union_chair", unit.id)
    assert tenure.valid_from == date(2025, 8, 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--born", "31/02/1980"], "“31/02/1980” không phải ngày có thật; viết như 31/01/2026"),
        (["--born", "1880"], "Năm sinh gồm bốn chữ số"),
        (["--phone", "12"], "Số điện thoại gồm"),
        (["--post", "branch_head"], "--post, --unit và --from đi cùng nhau"),
        (["--post", "boss", "--unit", "1", "--from", "01/08/2025"], "Các chức danh: union_central"),
        (["--post", "branch_head", "--unit", "99999", "--from", "01/08/2025"], "unit list"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nobody_is_added(run, db, words, told):
    result = run("add", "Phạm Thị Lý", *words)

    assert result.exit_code != 0
    assert told in result.output
    assert db.scalars(select(Person)).all() == []


def test_people_are_found_without_marks_with_or_without_a_post(run, db, unit):
    chair = make.person(db, "Nguyễn Thị Hường", phone="0912345678", birth_year=1980)
    make.tenure(db, chair, at=unit)
    new = make.person(db, "Trần Thị Hường")
    make.listed(db)
    db.commit()

    told = run("find", "huong").output

    assert f"{chair.id}  Nguyễn Thị Hường  1980  0912345678  Chủ tịch Hội LHPN cấp xã, Hội" in told
    assert f"{new.id}  Trần Thị Hường  –  –  –" in told
    assert "Không thấy ai" in run("find", "khong").output


@pytest.mark.parametrize("place", ["Xã Hưng Hà", "hưng hà, hưng yên", "hung ha"])
def test_a_unit_is_added_where_it_stands_from_when_that_stands(run, db, place):
    told = run("unit", "add", "Hội LHPN xã Hưng Hà", "union_commune", place)

    unit = db.get_one(OrgUnit, number_in(told))
    [stands] = db.scalars(select(OrgUnitPlace).where(OrgUnitPlace.org_unit_id == unit.id))
    assert stands.area_id == area(db).id
    assert (unit.kind, unit.valid_from) == (UnitKind.UNION_COMMUNE, date(2025, 7, 1))


def test_units_are_listed_with_those_below(run, db, unit):
    own = ("Chi hội 1", "branch", "Xã Hưng Hà", "--parent", unit.id, "--from", "01/09/2025")
    branch = number_in(run("unit", "add", *own))

    told = run("unit", "list", "Tỉnh Hưng Yên").output
    branches = run("unit", "list", "Tỉnh Hưng Yên", "--kind", "branch").output

    assert f"{unit.id}  Hội LHPN xã Hưng Hà  Hội LHPN cấp xã  xã Hưng Hà, tỉnh Hưng Yên" in told
    assert branches == f"{branch}  Chi hội 1  Chi hội  xã Hưng Hà, tỉnh Hưng Yên\n"
    assert db.get_one(OrgUnit, branch).parent_id == unit.id
    assert "Chưa có đơn vị nào ở tỉnh Lào Cai" in run("unit", "list", "Tỉnh Lào Cai").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Hội LHPN xã Hưng Hà", "union_commune", "Xã Hưng Hà"], "Đơn vị này đã có, số"),
        (["Hội", "union_commune", "Tỉnh Hưng Yên"], "Hội LHPN cấp xã không đặt ở Tỉnh Hưng Yên"),
        ([" ", "school", "VN"], "Chưa ghi tên đơn vị"),
        (["Hội", "union_commune", "Xã Không Đâu"], "Không có đơn vị hành chính nào tên"),
    ],
)
def test_a_unit_that_cannot_be_is_refused_in_words(run, unit, words, told):
    result = run("unit", "add", *words)

    assert result.exit_code == 1
    assert told in result.output
