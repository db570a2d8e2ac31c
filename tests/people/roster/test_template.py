"""The workbook to fill in: lists to choose from, checked cells, headings that are known."""

import io
from datetime import date

import openpyxl
import pytest

from elearn import areas
from elearn.access import Role
from elearn.people.roster import export
from elearn.people.roster.export.filling import FIELDS
from elearn.people.roster.rules.entering import entries_of
from elearn.people.roster.rules.layout import layouts_of
from tests.make.areas import area
from tests.people.roster.reading_here import book_of, names

TODAY = date(2026, 11, 22)
LANE = ["", "Lê Thị Na", "05/03/1984", "Nữ", "0912345678", "Chi hội trưởng phụ nữ"]
PLACE = ["Chi hội thôn 3", "Xã Hưng Hà", "Tỉnh Hưng Yên", "01/07/2025"]


@pytest.fixture
def made(db):
    return export.template(db, areas.area_meant(db, "33", day=TODAY), TODAY)


@pytest.fixture
def book(made):
    return openpyxl.load_workbook(io.BytesIO(made))


def checks_of(book):
    """Return the checks of cells by the headings of their columns."""
    sheet = book["Danh sách"]
    return {
        sheet.cell(7, cells.min_col).value: check
        for check in sheet.data_validations.dataValidation
        for cells in check.sqref.ranges
    }


def list_of(book, check):
    """Return what can be chosen: the cells that the name of a list stands for."""
    [(sheet, place)] = book.defined_names[check.formula1].destinations
    return [row[0].value for row in book[sheet][place]]


def test_posts_communes_genders_levels_and_reasons_are_chosen_from_lists(book):
    checks = checks_of(book)
    lists = {name: list_of(book, one) for name, one in checks.items() if one.type == "list"}

    assert lists["Giới tính"] == ["Nữ", "Nam"]
    assert lists["Tỉnh, thành phố"] == ["Tỉnh Hưng Yên"]
    assert len(lists["Xã, phường, đặc khu"]) == 104
    assert sum(map(len, lists["Xã, phường, đặc khu"])) > 255
    assert {"Chi hội trưởng phụ nữ", "Giảng viên, báo cáo viên"} < set(lists["Chức vụ"])
    assert not any("cấp huyện" in one or "Trung ương" in one for one in lists["Chức vụ"])
    assert lists["Trình độ chuyên môn"][-1] == "Tiến sĩ"
    assert {"Lý luận chính trị", "Quản lý nhà nước", "Lý do thôi", "Quy hoạch chức danh"} < set(
        lists
    )
    assert book["Danh mục"].sheet_state == "hidden"


def test_days_and_telephones_are_texts_and_checked_as_they_are_typed(book):
    checks, sheet = checks_of(book), book["Danh sách"]

    for name in ("Ngày sinh", "Từ ngày", "Đến ngày", "Số điện thoại"):
        assert checks[name].type == "custom"
        assert len(checks[name].formula1) <= 255
        assert checks[name].prompt
    assert "C8" in checks["Ngày sinh"].formula1
    assert next(iter(checks["Ngày sinh"].sqref.ranges)).max_row > 2_000
    assert [sheet.column_dimensions[letter].number_format for letter in "CE"] == ["@", "@"]


def test_it_says_how_it_is_filled_in(book):
    told = [row[0] for row in book["Hướng dẫn"].iter_rows(values_only=True) if row[0]]

    assert told[0] == "Cách ghi danh sách"
    assert any("05/03/1984" in line for line in told)


def test_its_headings_are_known_for_sure_and_its_examples_left_out(made):
    read = book_of(made)
    [layout] = layouts_of(read)

    assert [layout.columns[at].field for at in range(len(FIELDS))] == list(FIELDS)
    assert min(one.confidence for one in layout.columns.values()) >= 0.98
    assert layout.entry_rows == ()


def test_what_was_filled_in_is_read_without_a_question(book):
    sheet = book["Danh sách"]
    for column, value in enumerate([*LANE, *PLACE], start=1):
        sheet.cell(10, column).value = value
    file = io.BytesIO()
    book.save(file)

    read = book_of(file.getvalue())
    [layout] = layouts_of(read)
    [entry] = entries_of(read.sheets[0], layout, names(), TODAY)

    assert (entry.row, entry.name, entry.born_on) == (10, "Lê Thị Na", date(1984, 3, 5))
    assert (entry.posts, entry.place.branch) == (("branch_head",), "Chi hội thôn 3")
    assert (entry.place.commune, entry.since) == ("Xã Hưng Hà", date(2025, 7, 1))
    assert (entry.problems, entry.questions, entry.fixes) == ((), (), ())


def test_a_commune_has_its_own_name_to_choose_and_the_country_its_provinces(db):
    found = {
        place: openpyxl.load_workbook(io.BytesIO(export.template(db, version, TODAY)))
        for place, version in (
            ("commune", areas.version_on(db, area(db).id, TODAY)),
            ("country", areas.area_meant(db, "VN", day=TODAY)),
        )
    }

    checks = {place: checks_of(book) for place, book in found.items()}
    commune, province = "Xã, phường, đặc khu", "Tỉnh, thành phố"
    assert list_of(found["commune"], checks["commune"][commune]) == ["Xã Hưng Hà"]
    assert list_of(found["commune"], checks["commune"][province]) == ["Tỉnh Hưng Yên"]
    assert commune not in checks["country"]
    assert len(list_of(found["country"], checks["country"][province])) == 34


def test_signed_out_one_is_asked_to_sign_in_and_a_learner_has_none(client, enter):
    assert "/sign-in" in client.get("/people/import/template").location
    enter(Role.LEARNER)
    assert client.get("/people/import/template").status_code == 403


def test_who_answers_for_an_area_takes_it(client, enter, db):
    enter()

    with client.get("/people/import/template") as answer:
        book = openpyxl.load_workbook(io.BytesIO(answer.data))
    assert book["Danh sách"]["A1"].value == "HỘI LHPN TỈNH HƯNG YÊN"
    abroad = area(db, "Tỉnh Lào Cai").id
    assert client.get(f"/people/import/template?area={abroad}").status_code == 404
