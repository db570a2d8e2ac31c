"""The roster given out: what stands in it, how it looks, and to whom it is given."""

import io
from datetime import date

import openpyxl
import pytest
from sqlalchemy import select

from elearn import areas
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.audit import AuditEntry
from elearn.errors import Refusal
from elearn.people import Attainment, UnitKind, commands
from elearn.people.roster import export
from elearn.people.roster.queries import branch as branches
from tests.make import people as make
from tests.make.areas import BEFORE, area, path

TODAY = date(2026, 11, 22)


@pytest.fixture
def hung_yen(db):
    return areas.area_meant(db, "33", day=TODAY)


def book_of(db, place, actor=OPERATOR, day=TODAY):
    file = io.BytesIO()
    export.write_roster(export.roster(db, actor, place, day), file)
    return openpyxl.load_workbook(file)


def lines_of(book):
    """Return the rows under the heading, by their headings."""
    head, *rows = list(book.active.iter_rows(min_row=7, values_only=True))
    return [dict(zip(head, row, strict=True)) for row in rows]


def names_of(book):
    return [line["Họ và tên"] for line in lines_of(book)]


@pytest.fixture
def chair(db):
    who = make.person(db, "Vũ Thị Ngát", birth_year=1980)
    make.tenure(db, who)
    return who


@pytest.fixture
def far(db):
    """Somebody of another province."""
    return make.tenure(
        db,
        make.person(db, "Lò Thị Xa"),
        at=make.org_unit(db, "Hội LHPN tỉnh", at=area(db, "Tỉnh Lào Cai")),
    )


def test_a_row_tells_a_post_and_whose_it_is(db, hung_yen):
    born = date(1984, 3, 5)
    who = make.person(db, "Lê Thị Na", born_on=born, gender="female", phone="0912345678")
    make.qualification(db, who, Attainment.UNIVERSITY)
    make.tenure(db, who, decision="12/QĐ-HPN")

    [line] = lines_of(book_of(db, hung_yen))

    told = {name: value for name, value in line.items() if value is not None}
    assert (told.pop("Ngày sinh").date(), told.pop("Từ ngày").date()) == (born, make.START)
    assert told == {
        "STT": 1,
        "Mã cán bộ": str(who.id),
        "Họ và tên": "Lê Thị Na",
        "Giới tính": "Nữ",
        "Số điện thoại": "0912345678",
        "Chức vụ": "Chủ tịch Hội LHPN cấp xã",
        "Xã, phường, đặc khu": "Xã Hưng Hà",
        "Tỉnh, thành phố": "Tỉnh Hưng Yên",
        "Quyết định": "12/QĐ-HPN",
        "Trình độ chuyên môn": "Đại học",
    }


def test_it_looks_as_offices_print_it(db, hung_yen, chair):
    sheet = book_of(db, hung_yen).active

    assert sheet["A1"].value == "HỘI LHPN TỈNH HƯNG YÊN"
    assert sheet["A5"].value == "(Số liệu đến ngày 22/11/2026)"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("D8", "$7:$7")
    assert (sheet.auto_filter.ref, sheet.page_setup.orientation) == ("A7:T8", "landscape")
    assert all(cells.max_row < 7 for cells in sheet.merged_cells.ranges)
    code, name, year = sheet["B8"], sheet["C8"], sheet["D8"]
    assert {cell.font.name for cell in (code, name, year)} == {"Times New Roman"}
    assert {cell.font.sz for cell in (code, name, year)} == {13}
    assert (code.number_format, code.data_type) == ("@", "s")
    assert (year.value, year.data_type) == ("1980", "s")
    assert sheet.column_dimensions["C"].width == pytest.approx(28.7, abs=1)


def test_names_that_look_like_formulas_are_texts(db, hung_yen):
    make.tenure(db, make.person(db, '=HYPERLINK("x")'), decision="+1")

    sheet = book_of(db, hung_yen).active
    assert [(sheet[at].value, sheet[at].data_type) for at in ("C8", "L8")] == [
        ('=HYPERLINK("x")', "s"),
        ("+1", "s"),
    ]


def test_a_post_held_since_who_knows_when_tells_no_day(db, hung_yen):
    make.tenure(db, valid_from=date.min)

    [line] = lines_of(book_of(db, hung_yen))
    assert line["Từ ngày"] is None


def test_higher_offices_come_first_then_communes_posts_and_names(db, hung_yen):
    union = make.org_unit(db)
    other = make.org_unit(db, "Hội LHPN xã", at=area(db, "Xã Ân Thi"))
    province = make.org_unit(db, "Hội LHPN tỉnh", at=area(db, "Tỉnh Hưng Yên"))
    for name, unit, post in (
        ("Lê Thị Bình", union, "branch_head"),
        ("Lê Thị An", union, "branch_head"),
        ("Trần Thị Dung", union, "commune_union_chair"),
        ("Phạm Thị Cúc", other, "commune_union_chair"),
        ("Vũ Thị Mai", province, "union_province_chair"),
    ):
        make.tenure(db, make.person(db, name), at=unit, post=post)

    assert names_of(book_of(db, hung_yen)) == [
        *("Vũ Thị Mai", "Phạm Thị Cúc", "Trần Thị Dung", "Lê Thị An", "Lê Thị Bình")
    ]


def test_what_stood_in_a_former_commune_is_told_by_what_that_is_today(db, hung_yen):
    gone = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)
    unit = make.org_unit(db, "Hội LHPN xã Minh Khai", at=gone, since=date(2019, 1, 1))
    make.tenure(db, at=unit, valid_from=date(2019, 1, 1))

    [then] = lines_of(book_of(db, areas.area_meant(db, "34", day=BEFORE), day=BEFORE))
    [line] = lines_of(book_of(db, hung_yen))

    assert (then["Xã, phường, đặc khu"], then["Tỉnh, thành phố"]) == (
        "Xã Minh Khai",
        "Tỉnh Thái Bình",
    )
    assert (line["Xã, phường, đặc khu"], line["Tỉnh, thành phố"]) == ("Xã Hưng Hà", "Tỉnh Hưng Yên")


def test_two_entries_of_one_human_being_tell_a_post_once(db, hung_yen, chair):
    other = make.person(db, "Vũ T. Ngát")
    other.same_as_id = chair.id
    unit = make.org_unit(db, "Chi hội thôn Đồng", kind=UnitKind.BRANCH)
    make.tenure(db, other, at=unit, post="branch_head")
    make.tenure(db, chair, at=unit, post="branch_head")

    lines = lines_of(book_of(db, hung_yen))

    assert [(line["Mã cán bộ"], line["Chi hội"]) for line in lines] == [
        (str(chair.id), None),
        (str(chair.id), "Chi hội thôn Đồng"),
    ]


def over(db, name):
    return Actor(1, (Grant(Role.ADMINISTRATOR, path(db, name), date.min),))


@pytest.mark.parametrize(
    ("place", "names"),
    [("Tỉnh Hưng Yên", ["Vũ Thị Ngát"]), ("Xã Hưng Hà", ["Vũ Thị Ngát"]), ("Xã Ân Thi", [])],
)
def test_one_is_given_those_of_ones_own_branch_only(db, chair, far, place, names):
    country = areas.area_meant(db, "VN", day=TODAY)

    assert names_of(book_of(db, country, over(db, place))) == names


def test_queries_do_not_grow_with_the_people(db, hung_yen, chair, count_queries):
    def counted():
        with count_queries() as queries:
            book_of(db, hung_yen)
        return len(queries)

    before, union = counted(), make.org_unit(db)
    for _ in range(30):
        make.tenure(db, at=union, post="branch_head")

    assert counted() == before <= 24


def test_a_list_too_long_to_be_read_back_is_refused(db, hung_yen, chair, monkeypatch):
    monkeypatch.setattr(branches, "MOST", 0)

    with pytest.raises(Refusal, match="Xuất từng tỉnh một"):
        book_of(db, hung_yen)


def test_signed_out_one_is_asked_to_sign_in(client):
    assert "/sign-in" in client.get("/people/export").location


def test_a_learner_is_given_nothing(client, enter):
    enter(Role.LEARNER)

    assert client.get("/people/export").status_code == 403


@pytest.mark.usefixtures("chair", "far")
@pytest.mark.parametrize("place", ["Tỉnh Hưng Yên", "Xã Hưng Hà"])
def test_one_takes_the_roster_of_ones_area_and_that_is_noted(client, enter, db, place):
    enter(place=place)

    with client.get("/people/export") as answer:
        assert names_of(openpyxl.load_workbook(io.BytesIO(answer.data))) == ["Vũ Thị Ngát"]
    note = db.scalars(select(AuditEntry).where(AuditEntry.action == "export_people")).one()
    assert (note.subject_id, note.details) == (area(db, place).id, {"rows": 1})


def test_a_strangers_area_is_not_found(client, enter, db):
    enter(place="Tỉnh Lào Cai")

    assert client.get(f"/people/export?area={area(db).id}").status_code == 404


@pytest.mark.usefixtures("chair")
def test_an_area_within_ones_own_can_be_asked_for(client, enter, db):
    enter()

    with client.get(f"/people/export?area={area(db, 'Xã Ân Thi').id}") as answer:
        assert names_of(openpyxl.load_workbook(io.BytesIO(answer.data))) == []


def test_the_list_of_people_leads_there_for_the_area_it_is_narrowed_to(client, enter, db):
    enter()
    near, gone = area(db, "Xã Ân Thi").id, area(db, "Huyện Hưng Hà", day=BEFORE).id

    assert 'href="/people/export"' in client.get("/people").text
    assert f'href="/people/export?area={near}"' in client.get(f"/people?area={near}").text
    assert 'href="/people/export"' in client.get(f"/people?area={gone}").text


@pytest.mark.usefixtures("chair")
def test_the_shell_writes_a_file(runner, tmp_path):
    file = tmp_path / "can-bo.xlsx"

    asked = ["export", str(file), "--area", "33", "--day", "2026-11-22"]

    said = runner.invoke(commands.group, asked)

    assert said.output == f"Đã ghi 1 dòng vào {file}.\n"
    assert names_of(openpyxl.load_workbook(file)) == ["Vũ Thị Ngát"]
