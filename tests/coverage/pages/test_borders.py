"""By whose borders figures are told: the heading, the areas shown, and who sees which."""

import pytest

from elearn.access import Role

TAKEN_IN = "/coverage?as_of=31/12/2024&borders=now&area=33"


def read(client, address):
    answer = client.get(address)
    return answer.status_code, answer.text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("", "địa giới: theo địa giới tại thời điểm; định nghĩa phiên bản 1."),
        ("&borders=now", "địa giới: quy đổi theo địa giới hiện nay; định nghĩa phiên bản 1."),
        (
            "&borders=on&borders_on=30/06/2025",
            "địa giới: theo địa giới ngày 30/06/2025; định nghĩa phiên bản 1.",
        ),
    ],
)
def test_the_heading_prints_the_borders_that_were_chosen(client, enter, asked, told):
    enter(Role.CENTRAL)

    _, page = read(client, f"/coverage?as_of=31/12/2024{asked}")

    assert f"Số liệu đến ngày 31/12/2024; {told}" in page
    assert "Đã tính lúc" in page


@pytest.mark.parametrize(
    ("asked", "provinces"),
    [
        ("as_of=31/12/2024", 63),
        ("as_of=31/12/2024&borders=now", 34),
        ("borders=on&borders_on=2024-12-31", 63),
    ],
)
def test_the_map_and_the_provinces_are_those_of_the_borders_chosen(client, enter, asked, provinces):
    enter(Role.CENTRAL)

    _, page = read(client, f"/coverage?{asked}")

    assert page.count('class="p c') == provinces


def test_who_served_in_what_was_taken_in_counts_where_it_is_now(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    _, restated = read(client, TAKEN_IN)
    _, as_it_was = read(client, "/coverage?as_of=31/12/2024&area=33")

    assert ">1/1<" in restated
    assert ">1/1<" not in as_it_was
    assert ">1/1<" in read(client, "/coverage?as_of=31/12/2024&area=34")[1]


@pytest.mark.parametrize("page", ["/coverage", "/coverage/people", "/coverage/report.csv"])
def test_a_stranger_sees_no_area_of_others_by_any_borders(client, enter, page):
    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")

    old = "borders=on&borders_on=2024-12-31&area=34"
    asked = ("borders=now&area=33", old, "borders=now&area=VN")
    found = [client.get(f"{page}?as_of=31/12/2024&which=trained&{one}") for one in asked]

    assert {answer.status_code for answer in found} == {404}
    assert not any("Sen" in answer.text for answer in found)


def test_who_took_the_area_in_sees_its_names(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    names = "/coverage/people?which=trained&as_of=31/12/2024"

    assert "Phạm Thị Sen" in client.get(f"{names}&borders=now&area=33").text
    assert "Phạm Thị Sen" in client.get(f"{names}&borders=on&borders_on=2024-01-01&area=34").text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("area=Huyện+Hưng+Hà", "Huyện Hưng Hà có đến ngày 30/06/2025"),
        (
            "area=34",
            "Tỉnh Thái Bình có đến ngày 30/06/2025; theo địa giới đang chọn là: tỉnh Hưng Yên",
        ),
        ("area=34&borders=now&as_of=31/12/2024", "tỉnh Hưng Yên"),
        ("area=Xã+Ngự+Thiên&as_of=31/12/2024", "Xã Ngự Thiên mới có từ ngày 01/07/2025"),
    ],
)
def test_an_area_that_is_not_on_the_map_is_told_with_where_it_went(client, enter, asked, said):
    enter(Role.CENTRAL)

    status, page = read(client, f"/coverage?{asked}")

    assert status == 404
    assert said in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("borders=on", "Viết ngày của địa giới muốn xem"),
        ("borders=on&borders_on=31/12/2050", "Địa giới ngày này chưa có"),
        ("borders=on&borders_on=31/02/2025", "Không có ngày này"),
    ],
)
def test_borders_that_cannot_be_asked_about_are_said_beside_their_field(client, enter, asked, said):
    enter(Role.CENTRAL)

    status, page = read(client, f"/coverage?{asked}")

    assert status == 422
    assert said in page


def test_who_is_carried_back_into_one_of_several_is_marked_as_an_estimate(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    _, page = read(client, "/coverage?borders=on&borders_on=2024-12-31&area=339")

    assert ">1/3<" in page
    assert "ước tính 3" in page
    assert "Ước tính: xã, huyện cũ đã chia" in page


def test_districts_have_figures_as_long_as_there_were_districts(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    _, before = read(client, "/coverage?as_of=30/06/2025&area=Huyện+Hưng+Hà")
    _, after = read(client, "/coverage?figure=union_officer.district")

    assert ">1/1<" in before
    assert "Cấp này không còn." in after
    assert "Kết thúc ngày 30/06/2025" in after


@pytest.mark.parametrize("asked", ["", "&area=33", "&area=12586"])
def test_a_restated_page_takes_few_queries_too(client, enter, count_queries, asked):
    enter(Role.CENTRAL)

    with count_queries() as queries:
        assert client.get(f"/coverage?as_of=31/12/2024&borders=now{asked}").status_code == 200

    assert len(queries) <= 28
