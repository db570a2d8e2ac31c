"""What pages of coverage can be asked for, and what they say to what they cannot."""

import pytest

from elearn.access import Role


@pytest.mark.parametrize(
    ("address", "day", "said"),
    [
        ("/coverage", "31/12/2050", "Ngày này chưa tới"),
        ("/coverage/report.csv", "31/12/2018", "bắt đầu ngày 01/01/2019"),
        ("/coverage/people", "31/02/2026", "Không có ngày này"),
    ],
)
def test_a_day_that_cannot_be_asked_about_is_said_beside_its_field(
    client, enter, address, day, said
):
    enter(Role.CENTRAL)

    answer = client.get(f"{address}?as_of={day}")

    assert answer.status_code == 422
    assert said in answer.text


def test_the_form_leads_back_to_the_page_that_was_asked_with_all_it_was_told(client, enter):
    enter(Role.CENTRAL)

    page = client.get("/coverage/why?area=x&from_day=01/10/2026").text

    assert 'action="/coverage/why"' in page
    assert 'name="from_day" value="01/10/2026"' in page


def test_a_scheme_there_is_not_is_not_found(client, enter):
    enter(Role.CENTRAL)

    assert client.get("/coverage?scheme=x").status_code == 404


@pytest.mark.parametrize("place", ["Hưng Hưng", f"{10**30}", "33%00"])
def test_an_area_there_is_not_is_said_beside_its_field(client, enter, place):
    enter(Role.CENTRAL)

    answer = client.get(f"/coverage?scheme=de_an_1893_tb&as_of=2025-06-30&area={place}")

    assert answer.status_code == 404
    assert 'id="area-wrong"' in answer.text
    assert 'aria-describedby="area-wrong"' in answer.text
    assert 'value="30/06/2025"' in answer.text


def test_the_group_of_another_scheme_gives_way_to_the_first_of_this(client, enter):
    enter(Role.CENTRAL)

    page = client.get("/coverage?scheme=de_an_1893_tb&figure=branch_head.branch")

    assert page.status_code == 200
    assert "(trong năm)" in page.text


def test_a_figure_of_certificates_speaks_of_certificates(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    page = client.get(
        "/coverage?scheme=de_an_1893_tb&figure=union_officer_fulltime.all.person_certified"
    ).text

    assert "(có chứng chỉ)" in page
    assert "đã bồi dưỡng, cuối mỗi năm" not in page


def test_a_figure_that_cannot_be_known_has_no_list(client, enter):
    enter(Role.CENTRAL)

    page = client.get("/coverage/people?figure=commune_union_chair_successor.commune").text

    assert "Không có danh sách để xem." in page
