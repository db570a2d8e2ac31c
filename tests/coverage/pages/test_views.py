"""The pages of coverage, as those who answer for the area see them."""

import csv
import io

import pytest

from elearn.access import Role
from tests.make import coverage as make

ANSWERING = [Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR]


@pytest.mark.parametrize("role", ANSWERING)
def test_the_page_opens_with_ones_own_area_and_each_figure_with_its_numbers(client, enter, role):
    enter(role, "Tỉnh Hưng Yên")

    page = client.get("/coverage").text.replace("\u00a0", " ")

    assert "Độ phủ bồi dưỡng tỉnh Hưng Yên" in page
    assert "33,3%" in page
    assert "1/3" in page
    assert "chưa có số liệu" in page
    assert "Còn 2 người" in page


def test_the_country_has_its_map_with_both_archipelagos_and_the_name_of_its_maker(client, enter):
    enter(Role.CENTRAL)

    page = client.get("/coverage")

    assert page.text.count('class="p c') == 34
    for words in ("Hoàng Sa", "Trường Sa", "Victor Cazanave, CC BY 4.0", "Sau kỳ đề án"):
        assert words in page.text


def test_before_the_reform_the_country_has_63_provinces_and_their_map(client, enter):
    enter(Role.CENTRAL)

    page = client.get("/coverage?as_of=30/06/2025").text

    assert page.count('class="p c') == 63
    assert "Thái Bình: " in page
    assert "1–20 trên 104" in client.get("/coverage?area=33").text


def test_who_answers_for_a_province_sees_what_passed_into_it(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    assert client.get("/coverage?area=34&as_of=2024-12-31").status_code == 200
    assert client.get("/coverage?area=22&as_of=2024-12-31").status_code == 404


def test_who_answers_for_a_commune_sees_it_and_not_its_province(client, enter):
    enter(Role.INSPECTOR, "Xã Hưng Hà")

    page = client.get("/coverage").text

    assert "Độ phủ bồi dưỡng xã Hưng Hà" in page
    assert "Đường về" not in page
    assert client.get("/coverage?area=33").status_code == 404


def test_both_lists_of_names_make_up_the_figure(client, enter):
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")

    trained = client.get("/coverage/people?which=trained").text
    untrained = client.get("/coverage/people?which=untrained").text

    assert "1 người đã bồi dưỡng" in trained.replace("\u00a0", " ")
    assert "2 người chưa bồi dưỡng" in untrained.replace("\u00a0", " ")
    assert [name in trained for name in ("Thoa", "Ngát", "Dung")] == [True, False, False]
    assert [name in untrained for name in ("Thoa", "Ngát", "Dung")] == [False, True, True]
    assert "Chương trình NV-CHI, 08/03/2024" in trained


def test_the_table_for_excel_tells_what_the_page_tells(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    answer = client.get("/coverage/report.csv?as_of=2026-11-20")

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "=do-phu-de_an_1893-33-2026-11-20.csv" in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 105 * 7
    assert [row["Tỷ lệ (%)"] for row in rows if row["Tỷ lệ (%)"]] == ["33,3"] * 2


@pytest.mark.parametrize("asked", ["", "?area=33", "?area=12586", "?page=999"])
def test_a_page_takes_few_queries_whatever_the_area(client, enter, count_queries, asked):
    enter(Role.CENTRAL)

    with count_queries() as queries:
        assert client.get(f"/coverage{asked}").status_code == 200

    assert len(queries) <= 24


def test_the_page_of_the_country_is_light(client, enter):
    enter(Role.CENTRAL)

    answer = client.get("/coverage", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < 40_000


def test_a_phone_is_led_to_the_rest_of_a_long_table_and_folds_what_is_beside_it(client, enter):
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")

    page = client.get("/coverage").text

    assert page.count('id="rest"') == page.count('href="#rest"') == 1
    assert "Xem tiếp 10 địa bàn" in page
    assert 'id="rest"' not in client.get("/coverage/people?which=untrained").text
    assert '<details class="fold plain">\n<summary class="btn">' in page


def test_a_phone_is_led_to_the_rest_of_a_long_list_of_names_too(db, client, enter):
    for number in range(11):
        make.head(db, f"Lê Thị Sen {number}")
    db.commit()
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")

    page = client.get("/coverage/people?which=untrained").text

    assert page.count('id="rest"') == page.count('href="#rest"') == 1
    assert "Xem tiếp 3 người" in page


def test_a_form_with_something_wrong_in_it_stands_open(client, enter):
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")

    page = client.get("/coverage?as_of=31/02/2025").text

    assert '<details class="fold plain" open>' in page
